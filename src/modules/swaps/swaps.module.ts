import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresEvents } from '../../platform/events/postgres-events.ts';
import { AuditModule } from '../audit/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { PlanningModule } from '../planning/wiring.ts';
import { VisitsModule } from '../visits/wiring.ts';
import { SwapsController } from './api/swaps-controller.ts';
import { AnswerSwap } from './application/answer-swap.ts';
import { AskSwap } from './application/ask-swap.ts';
import { LockedSwaps } from './application/locked-swaps.ts';
import { ReviewSwaps } from './application/review-swaps.ts';
import { SwapChoicesReadModel } from './infra/swap-choices-read-model.ts';
import { MorningSwaps } from './infra/morning-swaps.ts';
import { SwapMails } from './infra/swap-mails.ts';
import { SwapsReadModel } from './infra/swaps-read-model.ts';
import { Swaps } from './infra/repositories/swaps.ts';

@Module({
  imports: [AuditModule, IdentityModule, NotificationsModule, PlanningModule, VisitsModule],
  controllers: [SwapsController],
  providers: [
    Swaps,
    SwapsReadModel,
    SwapChoicesReadModel,
    SwapMails,
    MorningSwaps,
    LockedSwaps,
    AskSwap,
    AnswerSwap,
    ReviewSwaps,
  ],
  exports: [AskSwap, AnswerSwap, SwapsReadModel, SwapChoicesReadModel],
})
export class SwapsModule implements OnModuleInit {
  constructor(
    private readonly events: PostgresEvents,
    private readonly mails: SwapMails,
    private readonly review: ReviewSwaps,
  ) {}

  onModuleInit(): void {
    const inOrder = { inOrder: true };
    this.events.on('swap.changed', 'swap.tell', ({ facts }) => this.mails.tell(facts), inOrder);
    // Whatever changes visits of a published month may make an open swap impossible.
    const review = this.review;
    this.events.on('plan.amended', 'swap.review_amended', ({ facts }) => review.afterChange(facts.month));
    this.events.on('visit.declined', 'swap.review_declined', ({ facts }) => review.afterChangeOf(facts));
    this.events.on('visit.cancelled', 'swap.review_cancelled', ({ facts }) => review.afterChangeOf(facts));
    this.events.on('meeting.moved', 'swap.review_moved', ({ facts }) => review.afterChangeOf(facts));
  }
}
