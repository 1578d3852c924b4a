/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('Config');
export const LOGGER = Symbol('Logger');
export const ERROR_TEXTS = Symbol('ErrorTexts');
export const CATALOGUES = Symbol('Catalogues');
