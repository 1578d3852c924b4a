export const IMPORT_SCOPES = ['whole', 'additions'] as const;
/** Whether what a file does not have goes out of use, or stays as it is. */
export type ImportScope = (typeof IMPORT_SCOPES)[number];
