import type { Ref } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import { formatExactly, formatMinutes, formatNumber } from '../../kernel/format.ts';
import type { RegisteredBranch } from '../../modules/directory/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { Fact } from './thing.view.ts';
import { pageOf } from './register-paths.ts';

/** The register entry of a branch, for readers. */
export function branchFacts(
  branch: RegisteredBranch,
  path: readonly { readonly id: Ref<'Organisation'>; readonly name: string }[],
  locale: Locale,
  catalogue: Catalogue,
): Fact[] {
  const fact = (key: FactKey, values: readonly (string | null)[], href: string | null = null): Fact => ({
    label: translate(catalogue, key),
    values: values.filter((value) => value !== null),
    href,
  });
  const { rule, coordinates } = branch;
  const names = path.length > 0 ? path.map(({ name }) => name) : [branch.organisation.name];
  return [
    fact('register.fact.codes', [`${branch.code} · ${branch.shortName}`]),
    fact('register.fact.organisation', [names.join(' › ')], pageOf('organisations', branch.organisation.id)),
    fact('register.fact.type', [branch.type.name]),
    fact('register.fact.rule', [ruleOf(rule, locale, catalogue), thematicOf(rule, catalogue)]),
    fact('register.fact.place', [
      branch.address === '' ? null : branch.address,
      coordinates === null
        ? translate(catalogue, 'register.no_place')
        : `${formatExactly(locale, coordinates.lat)}; ${formatExactly(locale, coordinates.lng)}`,
    ]),
    fact('register.fact.members', [membersOf(branch, locale, catalogue)]),
    fact('register.fact.seats', [seatsOf(branch, catalogue)]),
    fact('register.fact.secretary', [branch.secretary.name, branch.secretary.email]),
    fact('register.fact.weak', [
      branch.weakFields.map(({ name, weight }) => `${name} (${formatExactly(locale, weight)})`).join('; ') || null,
    ]),
  ].filter(({ values }) => values.length > 0);
}

type FactKey =
  | 'register.fact.codes'
  | 'register.fact.organisation'
  | 'register.fact.type'
  | 'register.fact.rule'
  | 'register.fact.place'
  | 'register.fact.members'
  | 'register.fact.seats'
  | 'register.fact.secretary'
  | 'register.fact.weak';

function ruleOf(rule: RegisteredBranch['rule'], locale: Locale, catalogue: Catalogue): string {
  const { time, minutes, rollsForward } = rule;
  const day = rule.weekday === null ? rule.day : rule.weekday;
  const when = translate(catalogue, 'branches.rule.day', { day, from: time });
  const moves = translate(catalogue, rollsForward ? 'register.rolls' : 'register.stays');
  const lacks = rule.weekday?.startsWith('5') ? `; ${translate(catalogue, 'register.lacks_fifth')}` : '';
  return `${when}, ${formatMinutes(locale, minutes)}; ${moves}${lacks}`;
}

function thematicOf(rule: RegisteredBranch['rule'], catalogue: Catalogue): string | null {
  const { thematicMonths } = rule;
  if (thematicMonths.length === 0) return null;
  const months = thematicMonths.join(', ');
  const apart = rule.thematicWeekday ?? rule.thematicDay;
  return apart === null
    ? translate(catalogue, 'register.thematic', { months })
    : translate(catalogue, 'register.thematic_apart', { months, day: apart });
}

function membersOf(branch: RegisteredBranch, locale: Locale, catalogue: Catalogue): string {
  const { members, officialMembers, probationaryMembers } = branch;
  const all = formatNumber(locale, members);
  if (officialMembers === null || probationaryMembers === null) return all;
  const parts = translate(catalogue, 'register.members_of', {
    official: formatNumber(locale, officialMembers),
    probationary: formatNumber(locale, probationaryMembers),
  });
  return `${all} (${parts})`;
}

function seatsOf({ committeeSeats, vacantSeats }: RegisteredBranch, catalogue: Catalogue): string | null {
  if (committeeSeats === null || committeeSeats === 0) return null;
  return translate(catalogue, 'register.seats_of', { seats: committeeSeats, vacant: vacantSeats ?? 0 });
}
