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

/** Registers whose entries can go out of use; an organisation ends by date, and fields and types stay. */
export type GoingRegister = Exclude<Register, 'organisations' | 'fields' | 'branchTypes'>;

/** Registers whose entries have pages of their own; the others are only listed. */
const WITH_PAGES: ReadonlySet<Register> = new Set(['branches', 'specialists', 'departments', 'organisations']);

/** The page that shows an entry. */
export function pageOf(register: Register, address: string): string {
  const path = REGISTER_PATHS[register];
  return WITH_PAGES.has(register) ? `${path}/${encodeURIComponent(address)}` : path;
}

/** The address of an action on an entry or a register: `/branches/…/edit`. */
export function actionOf(register: Register, address: string, action: 'edit' | 'retire' | 'restore'): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/${action}`;
}

/** The address that takes a change of an entry back. */
export function takeBackOf(register: Register, address: string, importId: string): string {
  return `${REGISTER_PATHS[register]}/${encodeURIComponent(address)}/changes/${importId}/take-back`;
}
