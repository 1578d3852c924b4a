import type { Register } from '../../modules/directory/index.ts';

/** Under which address the pages of a register lie. */
export const REGISTER_PATHS = {
  branches: '/branches',
  specialists: '/specialists',
  departments: '/departments',
  organisations: '/organisations',
  conflicts: '/conflicts',
  fields: '/fields',
  branchTypes: '/branch-types',
} as const satisfies Record<Register, string>;

/** Registers whose entries can go; an organisation ends, and a field or a type stays. */
export type GoingRegister = Exclude<Register, 'organisations' | 'fields' | 'branchTypes'>;

/** Registers whose entries have a page of their own; the others stand in their lists. */
const WITH_PAGES: ReadonlySet<Register> = new Set(['branches', 'specialists', 'departments', 'organisations']);

/** The page on which an entry is seen. */
export function pageOf(register: Register, address: string): string {
  const path = REGISTER_PATHS[register];
  return WITH_PAGES.has(register) ? `${path}/${encodeURIComponent(address)}` : path;
}

/** What is done with an entry, or with a register: `/branches/…/edit`. */
export function actionOf(register: Register, address: string, action: 'edit' | 'retire' | 'restore'): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/${action}`;
}

/** Where a change of an entry is taken back. */
export function takeBackOf(register: Register, address: string, importId: string): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/changes/${importId}/take-back`;
}
