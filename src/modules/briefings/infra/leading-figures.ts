import type { Locale } from '../../../kernel/actor.ts';
import { formatNumber, formatPercent, formatRatio } from '../../../kernel/format.ts';
import { type Catalogue, translate } from '../../../platform/i18n/messages.ts';
import type { Ratio } from '../../evaluations/index.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';

export type FigureName = 'attended' | 'forms' | 'attendance' | 'speaking' | 'average' | 'attention';

/** A figure as text, with the counts behind it. */
export interface LeadingFigure {
  readonly name: FigureName;
  readonly label: string;
  readonly figure: string;
  readonly ground: string | null;
}

/** The six main figures of a month, in the reader's language. */
export function leadingFigures(
  { figures, attention }: Pick<BriefingContent, 'figures' | 'attention'>,
  catalogue: Catalogue,
  locale: Locale,
): LeadingFigure[] {
  const { attended, assigned, forms, attendance, speaking, totals } = figures;
  const of = ({ numerator, denominator }: Ratio) => formatRatio(locale, numerator, denominator);
  const say = (name: FigureName | 'of_assigned' | 'of_attended') => translate(catalogue, `briefing.figure.${name}`);
  const named = (name: FigureName, figure: string, ground: string | null = null): LeadingFigure => ({
    name,
    label: say(name),
    figure,
    ground,
  });
  const share = (name: FigureName, ratio: Ratio): LeadingFigure =>
    ratio.denominator > 0
      ? named(name, formatPercent(locale, ratio.numerator / ratio.denominator), of(ratio))
      : named(name, '–');
  return [
    named('attended', of({ numerator: attended, denominator: assigned }), say('of_assigned')),
    named('forms', of({ numerator: forms, denominator: attended }), say('of_attended')),
    share('attendance', attendance),
    share('speaking', speaking),
    totals.denominator > 0
      ? named(
          'average',
          formatNumber(locale, totals.numerator / totals.denominator / 100, 1),
          translate(catalogue, 'briefing.figure.of', { count: formatNumber(locale, totals.denominator) }),
        )
      : named('average', '–'),
    named('attention', formatNumber(locale, attention.length)),
  ];
}
