import { identityEntities } from '../modules/identity/index.ts';

/** Every entity of every module. */
export const entities = [identityEntities].flatMap((module) => Object.values(module));
