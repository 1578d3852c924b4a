import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';
import { MAIN_VARIANT, type PlanHeader, PROPOSAL } from './month-plan.ts';

/** More are no help in deciding, and each takes room. */
export const MOST_VARIANTS = 6;
const LONGEST_NAME = 60;
/** Drafts in whose place a proposal was taken. */
const FORMER = /^former-(\d+)$/;

export type VariantHeader = Pick<PlanHeader, 'id' | 'name' | 'isChosen'>;

/** What a name stands for: a variant that nobody has named, the draft before a proposal was taken, or people's own. */
export function readVariantName(name: string): { readonly kind: 'main' | 'own' } | { kind: 'former'; number: number } {
  const former = FORMER.exec(name)?.[1];
  if (former !== undefined) return { kind: 'former', number: Number(former) };
  return { kind: name === MAIN_VARIANT ? 'main' : 'own' };
}

/** @throws DomainError plan.variant_name, plan.variant_name_taken */
export function newVariantName(given: string, others: readonly VariantHeader[]): string {
  const name = given.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
  if (name === '' || name.length > LONGEST_NAME) throw new DomainError('plan.variant_name', { longest: LONGEST_NAME });
  const isReserved = name === PROPOSAL || readVariantName(name).kind !== 'own';
  if (isReserved || others.some((other) => isSameName(other.name, name))) {
    throw new DomainError('plan.variant_name_taken', { name });
  }
  return name;
}

/** A name as wished, or with a number where somebody else was given it meanwhile. */
export function freeName(wished: string, others: readonly VariantHeader[]): string {
  for (let number = 2, name = wished; ; number += 1) {
    if (!others.some((other) => isSameName(other.name, name))) return name;
    name = `${wished.slice(0, LONGEST_NAME - 5)} (${number})`;
  }
}

/** The name of a draft in whose place a proposal is taken. */
export function formerName(others: readonly VariantHeader[]): string {
  const numbers = others.map(({ name }) => Number(FORMER.exec(name)?.[1] ?? 0));
  return `former-${Math.max(0, ...numbers) + 1}`;
}

/** Proposals are not counted: they belong to the variant that is chosen. */
export function variantsAmong<V extends VariantHeader>(drafts: readonly V[]): readonly V[] {
  return drafts.filter(({ name }) => name !== PROPOSAL);
}

/** @throws DomainError plan.too_many_variants */
export function mustHaveRoom(variants: readonly VariantHeader[]): void {
  if (variants.length >= MOST_VARIANTS) throw new DomainError('plan.too_many_variants', { most: MOST_VARIANTS });
}

function isSameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi');
}
