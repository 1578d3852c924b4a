import { formatMonth } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/actor.ts';
import { addMonths } from '../../kernel/month.ts';
import { LONGEST_PAIRING_REASON, PAIRING_KINDS } from '../../modules/directory/index.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import type { PairingsScreen, ScreenPerson } from './pairings-screen-read-model.ts';
import type { PairedPerson, PairingForm, PairingsPage } from './pairings.view.ts';

/** What was typed, and what is wrong with it. */
export interface PairingReturn {
  readonly typed: (name: string) => string;
  readonly errors: Readonly<Record<string, string>>;
}

interface Reader {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly mayEdit: boolean;
}

/** How many months ahead an end may lie. */
const MONTHS_AHEAD = 24;

export function buildPairingsPage(screen: PairingsScreen, back: PairingReturn | null, reader: Reader): PairingsPage {
  return {
    pairs: screen.pairs.map(({ id, kind, people: [first, second], reason, until, both }) => {
      const isOver = until !== null && until < screen.thisMonth;
      return {
        kind,
        first: personOf(first),
        second: personOf(second),
        reason,
        until,
        isOver,
        against:
          kind === 'apart' && !isOver
            ? both.map(({ meetingId, day, branch }) => ({ day, branch, href: `/meetings/${meetingId}` }))
            : [],
        removeAction: reader.mayEdit ? `/pairings/${id}/remove` : null,
      };
    }),
    form: reader.mayEdit ? formOf(screen, back, reader) : null,
  };
}

function personOf({ id, name, department, isInUse }: ScreenPerson): PairedPerson {
  return { name, department, href: `/specialists/${id}`, isInUse };
}

function formOf({ people, thisMonth }: PairingsScreen, back: PairingReturn | null, reader: Reader): PairingForm {
  const { catalogue, locale } = reader;
  const typed = back?.typed ?? (() => '');
  const offered = (name: string) => [
    { value: '', label: translate(catalogue, 'pairings.choose'), selected: typed(name) === '' },
    ...people.map((person) => ({
      value: person.id,
      label: `${person.name} · ${person.department}`,
      selected: person.id === typed(name),
    })),
  ];
  return {
    action: '/pairings',
    kinds: PAIRING_KINDS.map((value) => ({
      value,
      label: translate(catalogue, `pairings.kind.${value}`),
      selected: value === (typed('kind') || 'apart'),
    })),
    first: offered('first'),
    second: offered('second'),
    months: [
      { value: '', label: translate(catalogue, 'pairings.no_end'), selected: typed('until') === '' },
      ...Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(thisMonth, ahead)).map((value) => ({
        value,
        label: formatMonth(locale, value),
        selected: value === typed('until'),
      })),
    ],
    reason: typed('reason'),
    longest: LONGEST_PAIRING_REASON,
    errors: back?.errors ?? {},
  };
}
