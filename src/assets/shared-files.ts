/**
 * What of the service's own rules browser modules may load, as it is compiled: pure files without any package. Whoever
 * adds one makes it public.
 */
export const SHARED_FILES: readonly string[] = ['kernel/search-key.js'];
