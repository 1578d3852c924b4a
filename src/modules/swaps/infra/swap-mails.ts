import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { EventFacts } from '../../../kernel/events.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { dayIn, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { type MailModels, Outbox } from '../../notifications/index.ts';
import { mailLine, type VisitLine } from '../../visits/index.ts';
import type { SwapStep } from '../application/locked-swaps.ts';
import { isOpen } from '../domain/swap.ts';
import { type SwapLine, SwapsReadModel } from './swaps-read-model.ts';

type Told = MailModels['swap-changed']['step'];
/** A visit that is at another hour now. */
interface Shifted {
  readonly line: VisitLine;
  readonly before: MailModels['swap-changed']['moved'][number]['before'];
}
interface Telling {
  readonly to: 'giver' | 'taker';
  readonly as: Told;
}

/** Who hears of a step, and as what; a swap that was made is told by the mails of its amendment. */
const TELLS: Readonly<Record<SwapStep, readonly Telling[]>> = {
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

/** Tells the two of a swap, and the board that has to confirm it, what has happened to it, each once; posted by a handler of the event. */
@Injectable()
export class SwapMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly swaps: SwapsReadModel,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell({ swapId, step, revision, isGiverTold = false, before }: EventFacts['swap.changed']): Promise<void> {
    const swap = await this.swaps.get(swapId);
    // Of a request that was closed or asked again before its mail was posted, the later step tells.
    if (isQuestion(step) && (!isOpen(swap) || swap.revision !== revision)) return;
    const moved = before ? movedOf(swap, before) : [];
    for (const { to, as } of [...TELLS[step], ...(await this.tellsBesides(swap, step))]) {
      if (to === 'taker' || !isGiverTold) await this.post(swap, to, { step: as, moved }, revision);
    }
    if (step === 'agreed') await this.askBoard(swap);
  }

  /** The giver hears what the board has done in their place. */
  private async tellsBesides(swap: SwapLine, step: SwapStep): Promise<readonly Telling[]> {
    if (step === 'asked' && swap.askedFor !== null) return [{ to: 'giver', as: 'asked_for' }];
    if (step === 'withdrawn' && !(await this.swaps.isAccountOf(swap.closedBy, swap.giverId))) {
      return [{ to: 'giver', as: 'withdrawn' }];
    }
    return [];
  }

  /** Both have agreed, and nothing happens until the board confirms. */
  private async askBoard({ id, revision, month, giver, taker, visit, other }: SwapLine): Promise<void> {
    const { publicUrl } = this.config;
    const link = `${publicUrl}/months/${month}/swaps`;
    const lineOf = (line: VisitLine) => ({ ...mailLine(line, publicUrl), link });
    const board = await this.accounts.list('board');
    await this.outbox.postAll(
      board.map(({ id: accountId, email, name, locale }) => ({
        key: `swap-to-confirm/${id}/${revision}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        month,
        template: 'swap-to-confirm',
        model: { giver, taker, visit: lineOf(visit), other: other && lineOf(other), link },
      })),
    );
  }

  private async post(
    swap: SwapLine,
    to: 'giver' | 'taker',
    { step, moved }: { readonly step: Told; readonly moved: readonly Shifted[] },
    revision: number,
  ): Promise<void> {
    const specialistId = to === 'giver' ? swap.giverId : swap.takerId;
    const person = await this.personOf(specialistId);
    if (!person) return;
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
        moved: moved.map(({ line, before }) => ({ visit: mailLine(line, publicUrl), before })),
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

function movedOf(
  { visit, other }: SwapLine,
  { startsAt, otherStartsAt }: NonNullable<EventFacts['swap.changed']['before']>,
): Shifted[] {
  const of = (line: VisitLine | null, was: string | null): Shifted[] => {
    if (!line || was === null || line.startsAt.toISOString() === was) return [];
    const at = new Date(was);
    return [{ line, before: { day: dayIn(line.zone, at), time: timeIn(line.zone, at) } }];
  };
  return [...of(visit, startsAt), ...of(other, otherStartsAt)];
}
