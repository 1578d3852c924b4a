import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { EventFacts } from '../../../kernel/events.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { formatNumber } from '../../../kernel/format.ts';
import { type Catalogues, translate } from '../../../platform/i18n/messages.ts';
import { CATALOGUES, CONFIG } from '../../../platform/tokens.ts';
import { ratingsOf, Rubrics } from '../../evaluations/index.ts';
import { Accounts } from '../../identity/index.ts';
import { Outbox } from '../../notifications/index.ts';
import type {} from '../application/freeze-briefing.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';
import { leadingFigures } from './leading-figures.ts';
import { Briefings } from './repositories/briefings.ts';

const MOST_NAMED = 3;

/** Mails the highlights of a frozen briefing to the leaders. */
@Injectable()
export class BriefingMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly briefings: Briefings,
    private readonly outbox: Outbox,
    private readonly accounts: Accounts,
    private readonly rubrics: Rubrics,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For the version that was frozen, whatever has changed in the month since. */
  async mailLeaders({
    month,
    version,
    documentId: id,
    symbol,
    issuedOn,
  }: EventFacts['briefing.frozen']): Promise<void> {
    const { content } = await this.briefings.get(month, version);
    const leaders = await this.accounts.list('leader');
    const inForce = await this.rubrics.inForce(issuedOn);
    const rated = ratingsOf({ sheets: inForce.flatMap(({ sheets }) => sheets) });
    const named = await this.attention(content);
    const link = `${this.config.publicUrl}/months/${content.month}/briefing`;
    const file = `${this.config.publicUrl}/documents/${id}`;
    await this.outbox.postAll(
      leaders.map(({ id: accountId, email, name, locale }) => ({
        key: `briefing-frozen/${id}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        template: 'briefing-frozen',
        model: {
          month: content.month,
          symbol,
          issuedOn,
          figures: leadingFigures(content, this.catalogues[locale], locale).map(({ label, figure, ground }) => ({
            label,
            value: ground === null ? figure : `${figure} (${ground})`,
          })),
          highlights: this.highlights(content, rated, named, locale),
          link,
          pdfLink: `${file}/pdf`,
          docxLink: `${file}/docx`,
        },
      })),
    );
  }

  private highlights(
    content: BriefingContent,
    rated: ReturnType<typeof ratingsOf>,
    named: readonly string[],
    locale: Locale,
  ): string[] {
    const { figures, attention } = content;
    const catalogue = this.catalogues[locale];
    const count = (value: number) => formatNumber(locale, value);
    const ratings = rated
      .map(({ id, text }) => ({ rating: text[locale], count: figures.ratings[id] ?? 0 }))
      .filter((each) => each.count > 0)
      .map((each) =>
        translate(catalogue, 'briefing.highlight.rating', { rating: each.rating, count: count(each.count) }),
      );
    const { reflections, reflectionsAnswered } = figures;
    return [
      ...(ratings.length > 0
        ? [translate(catalogue, 'briefing.highlight.ratings', { ratings: ratings.join(', ') })]
        : []),
      attention.length > 0
        ? translate(catalogue, 'briefing.highlight.attention', {
            count: count(attention.length),
            branches: named.join('; '),
            more: attention.length - named.length,
          })
        : translate(catalogue, 'briefing.highlight.no_attention'),
      ...(reflections > 0
        ? [
            translate(catalogue, 'briefing.highlight.reflections', {
              count: count(reflections),
              open: count(reflections - reflectionsAnswered),
            }),
          ]
        : []),
    ];
  }

  /** The names of the weakest branches, as many as fit in a mail. */
  private async attention({ attention }: BriefingContent): Promise<string[]> {
    const ids = attention.slice(0, MOST_NAMED).map(({ branchId }) => branchId);
    const rows = await this.work.query<{ name: string }>(
      `select b.name from unnest($1::uuid[]) with ordinality as n (id, position) join branch_profiles b on b.id = n.id order by n.position`,
      [ids],
    );
    return rows.map(({ name }) => name);
  }
}
