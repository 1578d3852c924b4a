import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatInstant, formatMonth } from '../../kernel/format.ts';
import { dayIn, monthOf, timeIn, writtenDay, writtenTime } from '../../kernel/month.ts';
import type { CommitteeId } from '../../kernel/id.ts';
import {
  AnswerInquiry,
  InquiryLinkReadModel,
  type LinkedInquiry,
  type WishFault,
} from '../../modules/meetings/index.ts';
import { Public } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { clientAddress } from '../../platform/http/client-address.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { RateLimits } from '../../platform/http/rate-limits.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../platform/tokens.ts';
import type { MeetingDateForm, MeetingDatePage } from './meeting-date.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

interface Typed {
  readonly values: MeetingDateForm['values'];
  readonly errors: MeetingDateForm['errors'];
}

const QUARTER_HOUR = 900;
const LONGEST_PLACE = 300;
const LONGEST_WORD = 500;

/**
 * Where the secretary of a branch says whether a meeting stands, by the link of a mail and without an account. Only the
 * buttons answer, because mail scanners follow links.
 */
@ApiExcludeController()
@Public()
@Controller('meeting-date/:committee/:token')
export class MeetingDatePageController {
  constructor(
    private readonly links: InquiryLinkReadModel,
    private readonly answer: AnswerInquiry,
    private readonly limits: RateLimits,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Get()
  async show(
    @Param('committee') committeeId: CommitteeId,
    @Param('token') token: string,
    @Req() request: Request,
  ): Promise<Page> {
    await this.limits.hit(`meeting-date-from/${clientAddress(request)}`, 200, QUARTER_HOUR);
    return this.page(committeeId, token, request.locale, null);
  }

  @Post('confirm')
  async confirm(
    @Param('committee') committeeId: CommitteeId,
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Redirect> {
    await this.limits.hit(`meeting-date-answers-from/${clientAddress(request)}`, 60, QUARTER_HOUR);
    const outcome = await this.answer.confirm({ committeeId, token }, text(body, 'seen', 40));
    const isOther = outcome.kind === 'closed' && outcome.state === 'changed';
    return new Redirect(
      addressOf(committeeId, token),
      isOther ? { kind: 'warning', key: 'meeting_date.changed' } : undefined,
    );
  }

  @Post('wish')
  async wish(
    @Param('committee') committeeId: CommitteeId,
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    await this.limits.hit(`meeting-date-answers-from/${clientAddress(request)}`, 60, QUARTER_HOUR);
    const catalogue = this.catalogues[request.locale];
    const values = {
      day: text(body, 'day', 20),
      time: text(body, 'time', 20),
      place: text(body, 'place', LONGEST_PLACE),
      word: text(body, 'word', LONGEST_WORD),
    };
    const [day, time] = [writtenDay(values.day), writtenTime(values.time)];
    if (!day || !time) {
      const errors = {
        ...(!day && { day: translate(catalogue, 'calendar.meeting.day_wrong') }),
        ...(!time && { time: translate(catalogue, 'calendar.meeting.time_wrong') }),
      };
      return this.page(committeeId, token, request.locale, { values, errors });
    }
    const found = await this.links.find({ committeeId, token });
    // The branch's own place is stored as no place at all, as everywhere in the calendar.
    const place = found && values.place === found.meeting.place ? found.meeting.ownPlace : values.place;
    const outcome = await this.answer.wish({ committeeId, token }, { day, time, place, word: values.word });
    if (outcome.kind !== 'refused') return new Redirect(addressOf(committeeId, token));
    return this.page(committeeId, token, request.locale, {
      values,
      errors: { day: this.sentence(outcome.fault, found, request) },
    });
  }

  private sentence(fault: WishFault, found: LinkedInquiry | null, { locale }: Request): string {
    const catalogue = this.catalogues[locale];
    switch (fault.code) {
      case 'past':
        return translate(catalogue, 'meeting_date.past', { day: formatDate(locale, fault.day) });
      case 'holiday':
        return translate(catalogue, 'meeting_date.holiday', { day: formatDate(locale, fault.day), name: fault.name });
      case 'outside_month': {
        const month = found ? formatMonth(locale, monthOf(found.meeting.day)) : '';
        return translate(catalogue, 'meeting_date.outside_month', { month });
      }
    }
  }

  private async page(committeeId: CommitteeId, token: string, locale: Locale, typed: Typed | null): Promise<Page> {
    const found = await this.links.find({ committeeId, token });
    if (!found) {
      const model: MeetingDatePage = { meeting: null, state: 'unknown', contact: null, answer: null, form: null };
      return new Page('meeting-date', model, 404);
    }
    const { meeting, inquiry, zone, state, contact } = found;
    const address = addressOf(committeeId, token);
    const { answer } = inquiry;
    const model: MeetingDatePage = {
      meeting: {
        committee: found.committee,
        branch: meeting.branch.name,
        secretary: found.secretary,
        month: monthOf(meeting.day),
        day: meeting.day,
        from: timeIn(zone, meeting.startsAt),
        to: timeIn(zone, meeting.endsAt),
        kind: meeting.kind,
        place: meeting.place,
      },
      state,
      contact,
      answer:
        answer === null || state === 'open'
          ? null
          : {
              kind: answer.kind,
              at: formatInstant(locale, zone, answer.at),
              day: dayIn(zone, answer.startsAt),
              from: timeIn(zone, answer.startsAt),
              place: answer.place,
              word: answer.word,
              reason: answer.decision?.reason ?? '',
            },
      form:
        state === 'open'
          ? {
              confirmAction: `${address}/confirm`,
              wishAction: `${address}/wish`,
              seen: meeting.startsAt.toISOString(),
              movesNow: inquiry.mayMove && !found.isPublished,
              values: typed?.values ?? {
                day: meeting.day,
                time: timeIn(zone, meeting.startsAt),
                place: meeting.place,
                word: '',
              },
              errors: typed?.errors ?? {},
              isOpen: typed !== null,
            }
          : null,
    };
    const isGone = state === 'over' || state === 'cancelled';
    return new Page('meeting-date', model, typed !== null && state === 'open' ? 422 : isGone ? 410 : 200);
  }
}

function addressOf(committeeId: CommitteeId, token: string): string {
  return `/meeting-date/${encodeURIComponent(committeeId)}/${encodeURIComponent(token)}`;
}

function text(body: FormBody, name: string, longest: number): string {
  const value = body[name];
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}
