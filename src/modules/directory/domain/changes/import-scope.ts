export const IMPORT_SCOPES = ['whole', 'additions'] as const;
/** Whether rows that a file does not contain go out of use, or stay as they are. */
export type ImportScope = (typeof IMPORT_SCOPES)[number];
