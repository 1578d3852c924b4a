import { Module } from '@nestjs/common';
import { AccountListPagesModule } from './accounts/account-list-pages.module.ts';
import { AmendPagesModule } from './amend/amend-pages.module.ts';
import { AccountPagesModule } from './account/account-pages.module.ts';
import { BacktestPagesModule } from './backtests/backtest-pages.module.ts';
import { BriefingPagesModule } from './briefing/briefing-pages.module.ts';
import { CalibrationPagesModule } from './calibration/calibration-pages.module.ts';
import { DeskPagesModule } from './desk/desk-pages.module.ts';
import { DirectoryPagesModule } from './directory/directory-pages.module.ts';
import { ExportPagesModule } from './exports/export-pages.module.ts';
import { FormPagesModule } from './forms/form-pages.module.ts';
import { HolidayPagesModule } from './holidays/holiday-pages.module.ts';
import { PairingPagesModule } from './pairings/pairing-pages.module.ts';
import { HomePagesModule } from './home/home-pages.module.ts';
import { MailPagesModule } from './mails/mail-pages.module.ts';
import { MailboxPagesModule } from './mailbox/mailbox-pages.module.ts';
import { AvailabilityPagesModule } from './availability/availability-pages.module.ts';
import { MeetingDatePagesModule } from './meeting-date/meeting-date-pages.module.ts';
import { MonthPagesModule } from './month/month-pages.module.ts';
import { OutsidePagesModule } from './outside/outside-pages.module.ts';
import { PlanReviewPagesModule } from './plan-review/plan-review-pages.module.ts';
import { PolicyPagesModule } from './policy/policy-pages.module.ts';
import { TemplatePagesModule } from './form-templates/template-pages.module.ts';
import { RubricPagesModule } from './rubrics/rubric-pages.module.ts';
import { RegisterPagesModule } from './register/register-pages.module.ts';
import { ReplanPagesModule } from './replan/replan-pages.module.ts';
import { RepairPagesModule } from './repairs/repair-pages.module.ts';
import { ServicePagesModule } from './service/service-pages.module.ts';
import { SetupPagesModule } from './setup/setup-pages.module.ts';
import { SwapPagesModule } from './swaps/swap-pages.module.ts';
import { VariantPagesModule } from './variants/variant-pages.module.ts';
import { VisitPagesModule } from './visits/visit-pages.module.ts';
import { YearPagesModule } from './year/year-pages.module.ts';

/** All pages of the service. */
@Module({
  imports: [
    SetupPagesModule,
    HomePagesModule,
    AccountPagesModule,
    AccountListPagesModule,
    DirectoryPagesModule,
    RegisterPagesModule,
    RepairPagesModule,
    ReplanPagesModule,
    HolidayPagesModule,
    PairingPagesModule,
    AvailabilityPagesModule,
    MeetingDatePagesModule,
    MonthPagesModule,
    ExportPagesModule,
    YearPagesModule,
    BacktestPagesModule,
    DeskPagesModule,
    AmendPagesModule,
    OutsidePagesModule,
    PlanReviewPagesModule,
    VariantPagesModule,
    VisitPagesModule,
    SwapPagesModule,
    FormPagesModule,
    CalibrationPagesModule,
    BriefingPagesModule,
    PolicyPagesModule,
    RubricPagesModule,
    TemplatePagesModule,
    ServicePagesModule,
    MailPagesModule,
    MailboxPagesModule,
  ],
})
export class PagesModule {}
