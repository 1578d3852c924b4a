import type { Locale } from '../../../kernel/actor.ts';
import { formatNumber, formatPercent, formatRatio } from '../../../platform/i18n/format.ts';
import { type Catalogue, translate } from '../../../platform/i18n/messages.ts';
import type { Ratio } from '../../evaluations/index.ts';
import type { BriefingContent } from '../domain/briefing-content.ts';

/** A figure as it is read, and what it was counted from. */
export interface LeadingFigure {
  readonly label: string;
  readonly figure: string;
  readonly ground: string | null;
}

/** The month in six figures, in the reader's language. */
export function leadingFigures(
  { figures, attention }: Pick<BriefingContent, 'figures' | 'attention'>,
  catalogue: Catalogue,
  locale: Locale,
): LeadingFigure[] {
  const { attended, assigned, forms, attendance, speaking, totals } = figures;
  const say = (name: string) => translate(catalogue, `briefing.figure.${name}`);
  const of = ({ numerator, denominator }: Ratio) => formatRatio(locale, numerator, denominator);
  const share = (name: string, ratio: Ratio): LeadingFigure =>
    ratio.denominator > 0
      ? { label: say(name), figure: formatPercent(locale, ratio.numerator / ratio.denominator), ground: of(ratio) }
      : { label: say(name), figure: '–', ground: null };
  const scored = translate(catalogue, 'briefing.figure.of', { count: formatNumber(locale, totals.denominator) });
  return [
    { label: say('attended'), figure: of({ numerator: attended, denominator: assigned }), ground: null },
    { label: say('forms'), figure: of({ numerator: forms, denominator: attended }), ground: null },
    share('attendance', attendance),
    share('speaking', speaking),
    {
      label: say('average'),
      figure: totals.denominator > 0 ? formatNumber(locale, totals.numerator / totals.denominator / 100, 1) : '–',
      ground: scored,
    },
    { label: say('attention'), figure: formatNumber(locale, attention.length), ground: null },
  ];
}
