import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresEvents } from '../../platform/events/postgres-events.ts';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { DirectoryModule } from '../directory/wiring.ts';
import { DocumentsModule } from '../documents/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { MeetingsModule } from '../meetings/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { PolicyParts } from '../policies/index.ts';
import { PoliciesModule } from '../policies/wiring.ts';
import { VisitCollisions } from '../visits/index.ts';
import { VisitsModule } from '../visits/wiring.ts';
import { AdoptProposal } from './application/adopt-proposal.ts';
import { AmendPlan } from './application/amend-plan.ts';
import { ApprovePlan } from './application/approve-plan.ts';
import { RunBacktest } from './application/run-backtest.ts';
import { RecordAmendment } from './application/record-amendment.ts';
import { SendOutsidePlan } from './application/send-outside-plan.ts';
import { OutsideVisitsController } from './api/outside-visits-controller.ts';
import { StartBacktest } from './application/start-backtest.ts';
import { AskWhyNot } from './application/ask-why-not.ts';
import { EditCosts } from './application/edit-costs.ts';
import { EditPlan } from './application/edit-plan.ts';
import { FindRepairs } from './application/find-repairs.ts';
import { HandDrafts } from './application/hand-drafts.ts';
import { JudgeAmendment } from './application/judge-amendment.ts';
import { ProposeHandover } from './application/propose-handover.ts';
import { FollowedSolve } from './application/followed-solve.ts';
import { ApplyReplan } from './application/apply-replan.ts';
import { ProposeReplan } from './application/propose-replan.ts';
import { ReplanMonth } from './application/replan-month.ts';
import { Replans } from './infra/repositories/replans.ts';
import { PlanMonth } from './application/plan-month.ts';
import { PlanVariants } from './application/plan-variants.ts';
import { AmendmentNotices, DutyMails, DutyNotices, Engine } from './application/ports.ts';
import { PlanReviewSteps } from './application/plan-review-steps.ts';
import { Backtests } from './infra/repositories/backtests.ts';
import { Solves } from './infra/repositories/solves.ts';
import { MonthFactsReadModel } from './infra/month-facts-read-model.ts';
import { PlanningPolicies } from './infra/repositories/planning-policies.ts';
import { Plans } from './infra/repositories/plans.ts';
import { PastMonths } from './application/past-months.ts';
import { PublishPlan } from './application/publish-plan.ts';
import { SendPlanBack } from './application/send-plan-back.ts';
import { SendTrialMail } from './application/send-trial-mail.ts';
import { SolveMonth } from './application/solve-month.ts';
import { SwapGround } from './application/swap-ground.ts';
import { OutsidePolicy } from './infra/outside-policy.ts';
import { AmendmentMails } from './infra/amendment-mails.ts';
import { AmendmentsReadModel } from './infra/amendments-read-model.ts';
import { SubmitPlan } from './application/submit-plan.ts';
import { DutyPreview } from './infra/duty-preview.ts';
import { PublishedMonthReadModel } from './infra/published-month-read-model.ts';
import { RegisteredAmendmentNotices } from './infra/registered-amendment-notices.ts';
import { RegisteredDutyNotices } from './infra/registered-duty-notices.ts';
import { Amendments } from './infra/repositories/amendments.ts';
import { OpenPlans } from './infra/repositories/open-plans.ts';
import { PlanEdits } from './infra/repositories/plan-edits.ts';
import { PlanSolutions } from './infra/repositories/plan-solutions.ts';
import { PlanReviews } from './infra/repositories/plan-reviews.ts';
import { PlanApproversReadModel } from './infra/plan-approvers-read-model.ts';
import { PlanByHandReadModel } from './infra/plan-by-hand-read-model.ts';
import { ProposalReadModel } from './infra/proposal-read-model.ts';
import { BalanceReadModel } from './infra/balance-read-model.ts';
import { KeptGrounds } from './infra/kept-grounds.ts';
import { PlanGroundReadModel } from './infra/plan-ground-read-model.ts';
import { ProblemLabelsReadModel } from './infra/problem-labels-read-model.ts';
import { PlanReviewMails } from './infra/plan-review-mails.ts';
import { PlanReviewsReadModel } from './infra/plan-reviews-read-model.ts';
import { PlanVisitsReadModel } from './infra/plan-visits-read-model.ts';
import { VisitCollisionJudge } from './infra/visit-collision-judge.ts';
import { PolicyTrialReadModel } from './infra/policy-trial-read-model.ts';
import { PolicyTrials } from './infra/repositories/policy-trials.ts';
import { TriedPolicies } from './infra/repositories/tried-policies.ts';
import { TryPolicy } from './application/try-policy.ts';
import { VariantsReadModel } from './infra/variants-read-model.ts';
import { WorkerEngine } from './infra/worker-engine.ts';
import { RepairsController } from './api/repairs-controller.ts';
import { ReplanController } from './api/replan-controller.ts';
import { AmendmentsController } from './api/amendments-controller.ts';
import { DutyNoticeController } from './api/duty-notice-controller.ts';
import { DutyPagesController } from './api/duty-pages-controller.ts';
import { PersonalDutyPages } from './infra/personal-duty-pages.ts';
import { HistoryController } from './api/history-controller.ts';
import { PlanController } from './api/plan-controller.ts';
import { PlanEditsController } from './api/plan-edits-controller.ts';
import { PlanReviewsController } from './api/plan-reviews-controller.ts';
import { PlanVariantsController } from './api/plan-variants-controller.ts';

@Module({
  imports: [
    AuditModule,
    DirectoryModule,
    DocumentsModule,
    IdentityModule,
    MeetingsModule,
    NotificationsModule,
    PoliciesModule,
    VisitsModule,
  ],
  controllers: [
    PlanController,
    PlanEditsController,
    PlanReviewsController,
    AmendmentsController,
    OutsideVisitsController,
    RepairsController,
    ReplanController,
    PlanVariantsController,
    HistoryController,
    DutyNoticeController,
    DutyPagesController,
  ],
  providers: [
    MonthFactsReadModel,
    PlanningPolicies,
    Plans,
    PlanEdits,
    PlanSolutions,
    OpenPlans,
    HandDrafts,
    EditPlan,
    EditCosts,
    AdoptProposal,
    Amendments,
    AmendmentsReadModel,
    AmendmentMails,
    AmendPlan,
    RecordAmendment,
    SendOutsidePlan,
    OutsidePolicy,
    JudgeAmendment,
    ProposeHandover,
    SwapGround,
    PublishedMonthReadModel,
    { provide: AmendmentNotices, useClass: RegisteredAmendmentNotices },
    PlanReviews,
    PlanReviewSteps,
    SubmitPlan,
    ApprovePlan,
    SendPlanBack,
    PlanApproversReadModel,
    PlanReviewsReadModel,
    PlanReviewMails,
    PlanVariants,
    Solves,
    PolicyTrials,
    TriedPolicies,
    TryPolicy,
    PolicyTrialReadModel,
    { provide: Engine, useClass: WorkerEngine },
    { provide: DutyNotices, useClass: RegisteredDutyNotices },
    PlanMonth,
    FollowedSolve,
    SolveMonth,
    Replans,
    ReplanMonth,
    ProposeReplan,
    ApplyReplan,
    PublishPlan,
    PastMonths,
    Backtests,
    StartBacktest,
    RunBacktest,
    AskWhyNot,
    PlanByHandReadModel,
    ProposalReadModel,
    VariantsReadModel,
    KeptGrounds,
    PlanGroundReadModel,
    BalanceReadModel,
    ProblemLabelsReadModel,
    PersonalDutyPages,
    DutyPreview,
    { provide: DutyMails, useExisting: DutyPreview },
    SendTrialMail,
    PlanVisitsReadModel,
    VisitCollisionJudge,
    FindRepairs,
  ],
  exports: [
    FindRepairs,
    AdoptProposal,
    AmendPlan,
    SendOutsidePlan,
    OutsidePolicy,
    AmendmentsReadModel,
    JudgeAmendment,
    ProposeHandover,
    ApprovePlan,
    PlanReviewsReadModel,
    SendPlanBack,
    SubmitPlan,
    AskWhyNot,
    Backtests,
    StartBacktest,
    EditCosts,
    EditPlan,
    PlanEdits,
    DutyPreview,
    { provide: DutyMails, useExisting: DutyPreview },
    SendTrialMail,
    BalanceReadModel,
    PastMonths,
    PlanGroundReadModel,
    PlanMonth,
    ReplanMonth,
    ApplyReplan,
    ProposeReplan,
    PlanVariants,
    PlanVisitsReadModel,
    Plans,
    PolicyTrials,
    PolicyTrialReadModel,
    ProposalReadModel,
    PublishPlan,
    Solves,
    TryPolicy,
    SwapGround,
    VariantsReadModel,
  ],
})
export class PlanningModule implements OnModuleInit {
  constructor(
    private readonly jobs: PostgresJobs,
    private readonly reviewMails: PlanReviewMails,
    private readonly solveMonth: SolveMonth,
    private readonly replanMonth: ReplanMonth,
    private readonly runBacktest: RunBacktest,
    private readonly parts: PolicyParts,
    private readonly policies: PlanningPolicies,
    private readonly events: PostgresEvents,
    private readonly amendmentMails: AmendmentMails,
    private readonly collisions: VisitCollisions,
    private readonly collisionJudge: VisitCollisionJudge,
  ) {}

  onModuleInit(): void {
    this.parts.add(this.policies);
    this.collisions.judgeBy((visits) => this.collisionJudge.pairs(visits));
    this.jobs.handle('plan.solve', 'heavy', ({ month, solveId, isReplan, ...made }, signal) =>
      isReplan
        ? this.replanMonth.execute(month, solveId, signal)
        : this.solveMonth.execute(month, solveId, signal, made),
    );
    this.jobs.handle('plan.backtest', 'background', ({ backtestId }, signal) =>
      this.runBacktest.execute(backtestId, signal),
    );
    this.events.on(
      'plan.amended',
      'plan.tell_of_amendment',
      ({ facts }) => this.amendmentMails.mail(facts.amendmentId),
      { inOrder: true },
    );
    this.events.on('plan.submitted', 'plan.tell_approvers', ({ facts }) => this.reviewMails.mailApprovers(facts));
    this.events.on('plan.sent_back', 'plan.tell_returned', ({ facts }) => this.reviewMails.mailReturned(facts));
    this.events.on('plan.approved', 'plan.tell_approved', ({ facts }) => this.reviewMails.mailApproved(facts));
  }
}
