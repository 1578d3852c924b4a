import { createHash } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Public } from '../../../platform/http/access.ts';
import { type Catalogues, translate } from '../../../platform/i18n/messages.ts';
import { CATALOGUES } from '../../../platform/tokens.ts';
import { CalendarAddresses, Calendars } from '../../notifications/index.ts';
import { VisitCalendars } from '../infra/visit-calendars.ts';

/** The feed for calendar programs; its secret address gives access to the visits of one person, without a session. */
@ApiExcludeController()
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    private readonly addresses: CalendarAddresses,
    private readonly visits: VisitCalendars,
    private readonly calendars: Calendars,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  @Public()
  @Get(':token/visits.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  async feed(@Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const holder = await this.addresses.holderOf(token);
    if (!holder) throw new DomainError('http.not_found', {});
    const { accountId, committeeId, specialistId, locale } = holder;
    const actor = { accountId, committeeId, roles: ['specialist'] as const, specialistId };
    const occasions = await this.visits.occasionsFor(actor);
    const ics = this.calendars.month(translate(this.catalogues[locale], 'visits.title'), occasions, locale);
    // Weak, because the response may be compressed; it depends on the content.
    response.setHeader('ETag', `W/"${createHash('sha256').update(ics).digest('base64url')}"`);
    return ics;
  }
}
