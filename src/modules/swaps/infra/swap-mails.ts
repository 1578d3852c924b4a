import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { EventFacts } from '../../../kernel/events.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { type MailModels, Outbox } from '../../notifications/index.ts';
import { mailLine } from '../../visits/index.ts';
import type { SwapStep } from '../application/locked-swaps.ts';
import { isOpen } from '../domain/swap.ts';
import { type SwapLine, SwapsReadModel } from './swaps-read-model.ts';

type Told = MailModels['swap-changed']['step'];

/** Who hears of a step, and as what; a swap that was made is told by the mails of its amendment. */
const TELLS: Readonly<Record<SwapStep, readonly { readonly to: 'giver' | 'taker'; readonly as: Told }[]>> = {
  asked: [{ to: 'taker', as: 'asked' }],
  agreed: [{ to: 'giver', as: 'agreed' }],
  made: [],
  refused: [{ to: 'giver', as: 'refused' }],
  withdrawn: [{ to: 'taker', as: 'withdrawn' }],
  expired: [{ to: 'giver', as: 'expired' }],
  rejected: [
    { to: 'giver', as: 'rejected' },
    { to: 'taker', as: 'rejected' },
  ],
  lapsed: [
    { to: 'giver', as: 'lapsed' },
    { to: 'taker', as: 'lapsed' },
  ],
  moved: [
    { to: 'giver', as: 'moved' },
    { to: 'taker', as: 'moved' },
  ],
  reminded: [{ to: 'taker', as: 'reminded' }],
};

/** Tells the two of a swap what has happened to it, each once; posted by a handler of the event. */
@Injectable()
export class SwapMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly swaps: SwapsReadModel,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell({ swapId, step, revision, isGiverTold = false }: EventFacts['swap.changed']): Promise<void> {
    const swap = await this.swaps.get(swapId);
    // Of a request that was closed or asked again before its mail was posted, the later step tells.
    if (isQuestion(step) && (!isOpen(swap) || swap.revision !== revision)) return;
    const onBehalf = step === 'asked' && swap.askedFor !== null ? [{ to: 'giver', as: 'asked_for' } as const] : [];
    for (const { to, as } of [...TELLS[step], ...onBehalf]) {
      if (to === 'taker' || !isGiverTold) await this.post(swap, to, as, revision);
    }
  }

  private async post(swap: SwapLine, to: 'giver' | 'taker', step: Told, revision: number): Promise<void> {
    const specialistId = to === 'giver' ? swap.giverId : swap.takerId;
    const person = await this.personOf(specialistId);
    if (!person || person.email === '') return;
    const { publicUrl } = this.config;
    const { accountId, email, locale } = person;
    await this.outbox.post({
      key: `swap-changed/${swap.id}/${step}/${revision}/${specialistId}`,
      to: {
        address: email,
        name: to === 'giver' ? swap.giver : swap.taker,
        specialistId,
        ...(accountId && { accountId }),
      },
      locale: locale ?? 'vi',
      month: swap.month,
      template: 'swap-changed',
      model: {
        step,
        isTaker: to === 'taker',
        giver: swap.giver,
        taker: swap.taker,
        visit: mailLine(swap.visit, publicUrl),
        other: swap.other && mailLine(swap.other, publicUrl),
        answerBy: swap.answerBy,
        answer: swap.answer,
        link: `${publicUrl}/my/swaps/${swap.id}`,
      },
    });
  }

  private async personOf(id: SpecialistId) {
    const [person] = await this.work.query<{ email: string; accountId: AccountId | null; locale: Locale | null }>(
      `select p.email, a.account_id as "accountId", a.locale from specialist_profiles p
       left join specialist_accounts a on a.specialist_id = p.id where p.id = $1 order by a.account_id limit 1`,
      [id],
    );
    return person;
  }
}

function isQuestion(step: SwapStep): boolean {
  return step === 'asked' || step === 'reminded' || step === 'moved' || step === 'agreed';
}
