import type { Locale } from '../../kernel/actor.ts';
import { formatExactly, formatNumber } from '../../kernel/format.ts';
import type { RegisteredSpecialist } from '../../modules/directory/index.ts';
import type { CarriedBalance } from '../../modules/planning/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { Fact, SpecialistPage } from './thing.view.ts';
import { pageOf } from './register-paths.ts';
import { balanceMonths } from '../month/balance-months.ts';

type FactKey =
  | 'register.fact.code'
  | 'register.fact.title'
  | 'register.fact.department'
  | 'register.fact.mail'
  | 'register.fact.phone'
  | 'register.fact.visits'
  | 'register.fact.lead'
  | 'register.fact.fields';

/** The register entry of a person, for readers. */
export function specialistFacts(person: RegisteredSpecialist, locale: Locale, catalogue: Catalogue): Fact[] {
  const fact = (key: FactKey, values: readonly (string | null)[], href: string | null = null): Fact => ({
    label: translate(catalogue, key),
    values: values.filter((value) => value !== null),
    href,
  });
  return [
    fact('register.fact.code', [person.code]),
    fact('register.fact.title', [person.title]),
    fact('register.fact.department', [person.department.name], pageOf('departments', person.department.id)),
    fact('register.fact.mail', [person.email || null]),
    fact('register.fact.phone', [person.phone || null]),
    fact('register.fact.visits', [
      translate(catalogue, 'register.visits_of', { min: person.minVisits, max: person.maxVisits }),
      person.targetVisits === null
        ? null
        : translate(catalogue, 'specialists.target', { target: formatNumber(locale, person.targetVisits) }),
    ]),
    fact('register.fact.lead', [translate(catalogue, person.mayLead ? 'register.may_lead' : 'register.may_not_lead')]),
    fact('register.fact.fields', [
      person.fields.map(({ name, strength }) => `${name} (${formatExactly(locale, strength)})`).join('; ') || null,
    ]),
  ].filter(({ values }) => values.length > 0);
}

/** How a balance came about, the latest month first. */
export function balanceOf(balance: CarriedBalance | null): SpecialistPage['balance'] {
  if (balance === null) return null;
  return {
    carriedIn: balance.carriedIn / 100,
    total: balance.total / 100,
    months: balanceMonths(balance),
  };
}
