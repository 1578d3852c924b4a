import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { type SpecialistId, type SwapId, type VisitId, readId } from '../../kernel/id.ts';
import { DECLINE_KINDS, type DeclineKind } from '../../kernel/vocabulary.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { AskSwap, type SwapChoiceLines, SwapChoicesReadModel } from '../../modules/swaps/index.ts';
import { buildSwapAskPage, type TypedSwap } from './build-swap-pages.ts';
import type { SwapAskPage } from './swap.view.ts';

type At = Pick<SwapAskPage, 'isForOther' | 'backHref' | 'action'>;

/** After these errors the page is shown again as it now is, with the reason. */
const SHOWN: ReadonlySet<ErrorCode> = new Set([
  'swap.closed',
  'swap.expired',
  'swap.open_already',
  'swap.visit_changed',
  'swap.not_possible',
  'swap.words_long',
]);

const NOTHING: TypedSwap = { chosen: '', kind: null, reason: '', error: null };

/** What the pages of a person and of the board have in common. */
@Injectable()
export class SwapAnswers {
  constructor(
    private readonly ask: AskSwap,
    private readonly choices: SwapChoicesReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  /** With whom a visit could be swapped. */
  async askPage(visitId: VisitId, at: (lines: SwapChoiceLines) => At, request: Request): Promise<Page> {
    const lines = await this.choices.of(visitId, actorOf(request));
    return new Page('swap-ask', buildSwapAskPage(lines, at(lines), NOTHING));
  }

  /** Asks whom the reader has chosen; what was not accepted is shown again with what was typed. */
  async send(
    visitId: VisitId,
    body: Record<string, unknown>,
    at: (lines: SwapChoiceLines) => At,
    request: Request,
    to: (id: SwapId) => string,
  ): Promise<Page | Redirect> {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const chosen = text('with');
    const kind = DECLINE_KINDS.find((one) => one === body['kind']) ?? null;
    const typed = { chosen, kind, reason: text('reason') };
    const again = async (error: string, status: number): Promise<Page> => {
      const lines = await this.choices.of(visitId, actorOf(request));
      return new Page('swap-ask', buildSwapAskPage(lines, at(lines), { ...typed, error }), status);
    };
    const terms = termsIn(chosen);
    if (!terms || !kind) return again(translate(this.catalogues[request.locale], 'swaps.choose_one'), 422);
    return this.orAgain(
      async () => {
        const lines = await this.choices.of(visitId, actorOf(request));
        const { id } = await this.ask.execute(visitId, {
          ...terms,
          reasonKind: kind satisfies DeclineKind,
          reason: typed.reason,
        });
        const name = nameIn(lines, terms.takerId);
        return new Redirect(to(id), { kind: 'done', key: 'swaps.sent', params: { name } });
      },
      (error, sentence) => again(sentence, this.statusOf(error)),
      request,
    );
  }

  /** @param again shows the page with the error */
  async orAgain(
    step: () => Promise<Redirect>,
    again: (error: DomainError, sentence: string) => Promise<Page>,
    { locale }: Request,
  ): Promise<Page | Redirect> {
    try {
      return await step();
    } catch (error) {
      if (!isDomainError(error) || !SHOWN.has(error.code)) throw error;
      return again(error, errorSentence(this.errors, error.code, error.params, locale));
    }
  }

  statusOf({ code }: DomainError): number {
    return this.errors[code].status;
  }
}

function termsIn(chosen: string): { takerId: SpecialistId; otherVisitId: VisitId | null } | null {
  const [form, first = '', second = ''] = chosen.split(':');
  if (form === 'give') {
    const takerId = readId<'Specialist'>(first);
    return takerId && { takerId, otherVisitId: null };
  }
  const otherVisitId = readId<'Visit'>(first);
  const takerId = readId<'Specialist'>(second);
  return form === 'exchange' && takerId && otherVisitId ? { takerId, otherVisitId } : null;
}

function nameIn({ takers, exchanges }: SwapChoiceLines, id: SpecialistId): string {
  const taker = takers.find(({ specialistId }) => specialistId === id);
  return taker?.name ?? exchanges.find(({ specialistId }) => specialistId === id)?.specialist ?? '';
}
