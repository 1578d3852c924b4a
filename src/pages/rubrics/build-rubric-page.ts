import { formatNumber } from '../../kernel/format.ts';
import { MEETING_KINDS } from '../../kernel/meeting-kind.ts';
import {
  type Criterion,
  guidelineOf,
  ratingsOf,
  type Rubric,
  rubricFaults,
  showPoints,
  type Sheet,
  type YearlyWay,
} from '../../modules/evaluations/index.ts';
import { messageOf, translate } from '../../platform/i18n/messages.ts';
import { faultLines, kindsWords, pointsWords, type RubricReader, scopeWords } from './rubric-words.ts';
import type { RubricPage, SheetView } from './rubric.view.ts';

type Frame = Omit<RubricPage, 'title' | 'source' | 'scope' | 'faults' | 'choices' | 'headHref' | 'sheets' | 'yearly'>;

/** One rubric in full. `editBase`: the address below which its parts are changed; null where they are not. */
export function buildRubricPage(
  rubric: Rubric,
  frame: Frame,
  editBase: string | null,
  reader: RubricReader,
): RubricPage {
  const { locale } = reader;
  return {
    ...frame,
    title: rubric.title[locale],
    source: rubric.source[locale],
    scope: scopeWords(rubric, reader),
    faults: frame.kind === 'draft' ? faultLines(rubricFaults(rubric), rubric, editBase, reader) : [],
    choices: choicesOf(rubric, reader),
    headHref: editBase && `${editBase}/edit/head`,
    sheets: rubric.sheets.map((sheet, n) => sheetView(sheet, n, editBase, reader)),
    yearly: yearlyLines(rubric, reader),
  };
}

function choicesOf({ policy }: Rubric, { catalogue, locale }: RubricReader): RubricPage['choices'] {
  const { requiredMinutes, smallBranch } = policy;
  const minutes = (count: number) => translate(catalogue, 'rubrics.minutes', { count: formatNumber(locale, count) });
  return [
    ...(['attendanceFormula', 'exactlyHalfSpeaking', 'unreachablePoints', 'notYetDue'] as const).map((key) => ({
      label: messageOf(catalogue, `policy.field.scoring.${key}`),
      value: messageOf(catalogue, `policy.option.${key}.${policy[key] ?? 'grant'}`),
    })),
    ...MEETING_KINDS.map((kind) => ({
      label: messageOf(catalogue, `policy.field.scoring.requiredMinutes.${kind}`),
      value: minutes(requiredMinutes[kind]),
    })),
    ...(smallBranch
      ? [
          {
            label: translate(catalogue, 'rubrics.small_branch', {
              count: formatNumber(locale, smallBranch.membersBelow),
            }),
            value: minutes(smallBranch.requiredMinutes),
          },
        ]
      : []),
  ];
}

function sheetView(sheet: Sheet, n: number, editBase: string | null, reader: RubricReader): SheetView {
  const { locale } = reader;
  return {
    title: sheet.title[locale],
    kinds: kindsWords(sheet.kinds, reader),
    maximum: pointsWords(sheet.maximum, reader),
    href: editBase && `${editBase}/edit/sheet-${n}`,
    groups: sheet.groups.map((group, g) => ({
      title: group.title[locale],
      points: pointsWords(
        group.criteria.reduce((sum, { maximum }) => sum + maximum, 0),
        reader,
      ),
      href: editBase && `${editBase}/edit/group-${n}-${g}`,
      criteria: group.criteria.map((criterion) => criterionView(criterion, reader)),
    })),
    caps: sheet.caps.map(({ text }) => text[locale]),
    ratings: sheet.ratings.map(({ text, from }) => ({ text: text[locale], from: pointsWords(from, reader) })),
    gates: sheet.gates.map(({ text }) => text[locale]),
  };
}

function criterionView(criterion: Criterion, reader: RubricReader): SheetView['groups'][number]['criteria'][number] {
  const { locale, catalogue } = reader;
  const { lines, bonuses } = guidelineOf(criterion);
  const { scoring, kinds } = criterion;
  return {
    title: criterion.title[locale],
    maximum: pointsWords(criterion.maximum, reader),
    how:
      scoring.by === 'points'
        ? translate(catalogue, 'rubrics.by_hand', { step: pointsWords(scoring.step, reader) })
        : null,
    kinds: kinds ? kindsWords(kinds, reader) : null,
    lines: [
      ...lines.map(({ text, points }) => ({ points: showPoints(points, locale), text: text[locale] })),
      ...bonuses.map(({ text, points }) => ({ points: `+${showPoints(points, locale)}`, text: text[locale] })),
    ],
  };
}

function yearlyLines(rubric: Rubric, reader: RubricReader): string[] {
  const { catalogue, locale } = reader;
  const ratings = new Map(ratingsOf(rubric).map(({ id, text }) => [id, text[locale]]));
  const named = (id: string) => ratings.get(id) ?? id;
  const wayWords = ({ averageFrom, noneBelow, months }: YearlyWay): string =>
    [
      averageFrom === undefined
        ? null
        : translate(catalogue, 'rubrics.yearly.average', { points: pointsWords(averageFrom, reader) }),
      months === undefined
        ? null
        : translate(catalogue, 'rubrics.yearly.months', {
            count: formatNumber(locale, months.atLeast),
            rating: named(months.rating),
          }),
      noneBelow === undefined ? null : translate(catalogue, 'rubrics.yearly.none_below', { rating: named(noneBelow) }),
    ]
      .filter((part) => part !== null)
      .join(', ') || translate(catalogue, 'rubrics.yearly.else');
  return rubric.yearly.map(
    ({ rating, ways }) => `${named(rating)}: ${ways.map(wayWords).join(` ${translate(catalogue, 'rubrics.or')} `)}`,
  );
}
