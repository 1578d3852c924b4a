import type { MeetingId, SpecialistRef } from '../../kernel/id.ts';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { may } from '../../kernel/permissions.ts';
import { CalendarRepliesReadModel } from '../../modules/notifications/index.ts';
import { AskWhyNot, type MonthPlan } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import { formatShortDate } from '../../kernel/format.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { MonthScreenReadModel } from './month-screen-read-model.ts';
import { calendarReplyRow } from '../mails/calendar-reply-row.ts';
import { type AskedPerson, buildMeetingPage, likelyQuestion, type MeetingNames } from './build-meeting-page.ts';

@ApiExcludeController()
@Controller('meetings')
export class MeetingPageController {
  constructor(
    private readonly screens: MonthScreenReadModel,
    private readonly askWhyNot: AskWhyNot,
    private readonly replies: CalendarRepliesReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Allows('calendar.read')
  @Get(':id')
  async show(
    @Param('id', ParseUUIDPipe) id: MeetingId,
    @Query('ask') ask: unknown,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const found = await this.screens.meetingOf(id);
    if (found === null) throw new DomainError('http.not_found', {});
    const { month, isCancelled } = found;
    // Nobody goes there; why, its row in the calendar says.
    if (isCancelled) return new Redirect(`/months/${month}/calendar#m-${id}`);
    const screen = await this.screens.read(month);
    const { plan } = screen;
    const isKnown = plan?.problem.specialists.some((specialist) => specialist.id === ask) ?? false;
    const asked = plan && typeof ask === 'string' && isKnown ? await this.asked(plan, id, ask) : null;
    const actor = request.session?.actor;
    const rights = { plans: may(actor, 'plan.make'), edits: may(actor, 'calendar.edit') };
    const catalogue = this.catalogues[request.locale];
    const named: MeetingNames = {
      kind: (kind) => translate(catalogue, `desk_edit.kind.${kind}`),
      meeting: ({ day, from, branch }) => `${formatShortDate(request.locale, day)} ${from}, ${branch}`,
    };
    const readsReasons = may(actor, 'visit.read_reason');
    const replies = (await this.replies.ofMeeting(id)).map((line) => calendarReplyRow(line, readsReasons));
    const model = buildMeetingPage(screen, id, rights, asked, named, replies);
    if (!model) throw new DomainError('http.not_found', {});
    if (plan && rights.plans && !asked) this.askWhyNot.foresee(plan, () => likelyQuestion(screen, id));
    return wantsFragment(request, 'meeting-why') ? new Fragment('meeting-why', model) : new Page('meeting', model);
  }

  private async asked(plan: MonthPlan, meetingId: MeetingId, specialistId: SpecialistRef): Promise<AskedPerson> {
    return { specialistId, answer: await this.askWhyNot.execute(plan, { specialistId, meetingId }) };
  }
}
