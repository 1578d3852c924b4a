import type { Locale } from '../../kernel/actor.ts';
import type { DomainError, Fault } from '../../kernel/domain-error.ts';
import { timeIn, writtenDay } from '../../kernel/month.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogue, type PlainKey, translate } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import { againstLines } from '../desk/cost-lines.ts';
import { DeskNames } from '../desk/desk-names.ts';
import { accountValue, type OutsideForm, seatName } from './outside-form.ts';
import type { OutsideScreen } from './outside-screen-read-model.ts';
import type { OutsidePage } from './outside.view.ts';

interface Shown {
  readonly form: OutsideForm;
  readonly faults: Readonly<Record<string, PlainKey>>;
  readonly refused: DomainError | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly errors: ErrorTexts;
}

export function buildOutsidePage(screen: OutsideScreen, shown: Shown): OutsidePage {
  const { month, accounts, departments } = screen;
  const { form, faults, refused, locale, catalogue, errors } = shown;
  const say = (key: PlainKey) => translate(catalogue, key);
  return {
    month,
    backHref: `/months/${month}`,
    action: `/months/${month}/outside`,
    planId: screen.planId,
    seen: screen.revision,
    branches: chosen(form.branchId ?? '', [
      { value: '', label: say('calendar.meeting.choose') },
      ...screen.branches.map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation})` })),
    ]),
    kinds: chosen(
      form.kind,
      MEETING_KINDS.map((kind) => ({ value: kind, label: say(`meeting.kind.${kind}`) })),
    ),
    values: form.meeting.values,
    observers: form.chosen.map((value, i) => ({
      name: seatName(i),
      number: i + 1,
      people: chosen(value, [
        { value: '', label: say('outside.nobody') },
        ...screen.people.map(({ id, name, department }) => ({ value: id, label: `${name} (${department})` })),
        ...accounts.map(({ accountId, name }) => ({
          value: accountValue(accountId),
          label: `${name} (${say('outside.not_registered')})`,
        })),
      ]),
    })),
    departments:
      accounts.length === 0
        ? []
        : chosen(form.department, [
            { value: '', label: say('outside.no_department') },
            ...departments.map(({ code, name }) => ({ value: code, label: name })),
          ]),
    counts: screen.counts,
    reason: form.reason,
    errors: Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, say(key)])),
    error: refused && errorSentence(errors, refused.code, refused.params, locale),
    against: refused ? againstLines(refused.faults, namesFor(screen, shown, refused.faults), catalogue) : [],
  };
}

/** The refused meeting was not stored, so it is called by what was typed. */
function namesFor(
  { meetings, people, branches }: OutsideScreen,
  { form, zone, locale }: Shown,
  faults: readonly Fault[],
) {
  const known = new Set<string>(meetings.map(({ id }) => id));
  const named = faults.flatMap(({ params = {} }) => [params['meetingId'], params['meetingIds']].flat());
  const typed = {
    branch: branches.find(({ id }) => id === form.branchId)?.name ?? '…',
    day: writtenDay(form.meeting.values.day),
    from: form.meeting.values.time,
  };
  const missing = named.flatMap((id) => (typeof id === 'string' && !known.has(id) ? [id] : []));
  return new DeskNames(
    {
      people,
      meetings: [
        ...meetings.map(({ id, day, startsAt, branch }) => ({
          id,
          day,
          branch: branch.name,
          from: timeIn(zone, startsAt),
        })),
        ...missing.flatMap((id) => (typed.day ? [{ ...typed, id, day: typed.day }] : [])),
      ],
    },
    locale,
  );
}

function chosen(value: string, options: readonly Omit<Option, 'selected'>[]): Option[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}
