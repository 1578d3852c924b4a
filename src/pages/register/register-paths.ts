import type { Ref } from '../../kernel/id.ts';
import type { Register } from '../../modules/directory/index.ts';

/** The base address of each register's pages. */
export const REGISTER_PATHS = {
  branches: '/branches',
  specialists: '/specialists',
  departments: '/departments',
  organisations: '/organisations',
  conflicts: '/conflicts',
  fields: '/fields',
  branchTypes: '/branch-types',
} as const satisfies Record<Register, string>;

/** Registers whose entries can go; an organisation ends by the last day of its last name. */
export type GoingRegister = Exclude<Register, 'organisations'>;

/** The page that shows an entry. */
export function pageOf(register: Register, address: string): string {
  return `${REGISTER_PATHS[register]}/${written(address)}`;
}

/** `/fields/new` is the form of another field; a field with that code has its first letter written as a number. */
function written(address: string): string {
  const text = encodeURIComponent(address);
  return /^new$/i.test(text) ? `%${text.charCodeAt(0).toString(16)}${text.slice(1)}` : text;
}

/** The address of an action on an entry or a register: `/branches/…/edit`. */
export function actionOf(register: Register, address: string, action: 'edit' | 'retire' | 'restore'): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/${action}`;
}

/** The form of a conflict with its sides filled in, by their codes. */
export function newConflict(sides: Readonly<Partial<Record<'branch' | 'specialist', string>>>): string {
  return `${REGISTER_PATHS.conflicts}/new?${new URLSearchParams(sides).toString()}`;
}

/** Where a change of an entry is taken back. */
export function takeBackOf(register: Register, address: string, importId: Ref<'Import'>): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/changes/${importId}/take-back`;
}
