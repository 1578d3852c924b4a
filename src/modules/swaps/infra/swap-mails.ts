import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { EventFacts } from '../../../kernel/events.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { dayIn, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { type MailDraft, type MailModels, Outbox } from '../../notifications/index.ts';
import { mailLine, type VisitLine } from '../../visits/index.ts';
import type { SwapStep } from '../application/locked-swaps.ts';
import { isOpen } from '../domain/swap.ts';
import { Swaps } from './repositories/swaps.ts';
import { type SwapLine, SwapsReadModel } from './swaps-read-model.ts';

type Told = MailModels['swap-changed']['step'];
type MovedLine = MailModels['swap-changed']['moved'][number];
interface Telling {
  readonly to: 'giver' | 'taker';
  readonly as: Told;
}

/** Who hears of a step, and as what; a swap that was made is told by the mails of its amendment, a move as it was told before. */
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
  moved: [],
  reminded: [{ to: 'taker', as: 'reminded' }],
};

/** Tells the two of a swap, and the board that has to confirm it, what has happened to it, each once; posted by a handler of the event. */
@Injectable()
export class SwapMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly swaps: SwapsReadModel,
    private readonly stored: Swaps,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell({ swapId, step, revision }: EventFacts['swap.changed']): Promise<void> {
    const swap = await this.swaps.get(swapId);
    // Of a request that was closed or asked again before its mail was posted, the later step tells.
    const isLate = swap.revision !== revision;
    if (isQuestion(step) && (!isOpen(swap) || (isLate && !(await this.isStillNews(swap, step))))) return;
    if (step === 'moved') {
      await this.tellOfMove(swap, revision);
      return;
    }
    for (const { to, as } of [...TELLS[step], ...(await this.tellsBesides(swap, step))]) {
      await this.post(swap, to, { step: as, moved: [] }, revision);
    }
    if (step === 'asked' && isLate) await this.stored.noteTold(swap);
    if (step === 'agreed') await this.askBoard(swap);
  }

  /**
   * What was not sent yet is taken back, so that each reads the last hours once, against what they were told before.
   * The giver hears of their own visit by the mail that its move sends.
   */
  private async tellOfMove(swap: SwapLine, revision: number): Promise<void> {
    const told = await this.stored.told(swap.id);
    for (const to of ['giver', 'taker'] as const) {
      const unsent = (await this.outbox.takeBackDrafts(earlierKeys(swap, to, revision))).filter(isSwapMail);
      const wasMoved = unsent.flatMap(({ model }) => model.moved);
      const moved = [
        ...(to === 'taker' ? this.movedOf(swap.visit, told.startsAt, wasMoved) : []),
        ...(swap.other ? this.movedOf(swap.other, told.otherStartsAt, wasMoved) : []),
      ];
      const isUnasked = unsent.some(({ model }) => model.step === 'asked');
      if (isUnasked) await this.post(swap, to, { step: 'asked', moved: [] }, revision);
      else if (moved.length > 0 || (to === 'taker' && told.isAgreed)) {
        await this.post(swap, to, { step: 'moved', moved }, revision);
      }
    }
    await this.stored.noteTold(swap);
  }

  /** A visit that is at another hour than somebody knows. */
  private movedOf(line: VisitLine, told: Date | null, unsent: readonly MovedLine[]): MovedLine[] {
    const visit = mailLine(line, this.config.publicUrl);
    const known = unsent.find((one) => one.visit.link === visit.link)?.before;
    const before = known ?? (told && { day: dayIn(line.zone, told), time: timeIn(line.zone, told) });
    if (!before || (before.day === visit.day && before.time === visit.from)) return [];
    return [{ visit, before }];
  }

  /** Somebody who has not been asked by mail yet is asked about what moved meanwhile as it is now. */
  private async isStillNews({ id, startsAt, otherStartsAt }: SwapLine, step: SwapStep): Promise<boolean> {
    if (step !== 'asked') return false;
    const told = await this.stored.told(id);
    const isSame =
      told.startsAt.getTime() === startsAt.getTime() && told.otherStartsAt?.getTime() === otherStartsAt?.getTime();
    return !told.isAgreed && !isSame;
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
    { step, moved }: Pick<MailModels['swap-changed'], 'step' | 'moved'>,
    revision: number,
  ): Promise<void> {
    const specialistId = to === 'giver' ? swap.giverId : swap.takerId;
    const person = await this.personOf(specialistId);
    if (!person) return;
    const { publicUrl } = this.config;
    const { accountId, email, locale } = person;
    await this.outbox.post({
      key: keyOf(swap, to, step, revision),
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
        moved,
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

type SwapMail = Extract<MailDraft, { readonly template: 'swap-changed' }>;

function isSwapMail(draft: MailDraft): draft is SwapMail {
  return draft.template === 'swap-changed';
}

function keyOf(swap: SwapLine, to: Telling['to'], step: Told, revision: number): string {
  return `swap-changed/${swap.id}/${step}/${revision}/${to === 'giver' ? swap.giverId : swap.takerId}`;
}

/** Of the mails that a later move makes untrue. */
function earlierKeys(swap: SwapLine, to: Telling['to'], revision: number): string[] {
  const revisions = Array.from({ length: revision - 1 }, (_, i) => i + 1);
  return (['asked', 'reminded', 'moved'] as const).flatMap((step) => revisions.map((r) => keyOf(swap, to, step, r)));
}
