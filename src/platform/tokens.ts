/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('Config');
export const LOGGER = Symbol('Logger');
export const ERROR_TEXTS = Symbol('ErrorTexts');
/** The built-in mailbox; null where mail goes to a real server. */
export const MAILBOX = Symbol('Mailbox');
/** How each state of the product looks. */
export const TONES = Symbol('Tones');
export const CATALOGUES = Symbol('Catalogues');
