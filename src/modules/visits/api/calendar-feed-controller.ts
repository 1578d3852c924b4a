import { createHash } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Response } from 'express';
import type { Config } from '../../../config/config.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Public } from '../../../platform/http/access.ts';
import { type Catalogues, translate } from '../../../platform/i18n/messages.ts';
import { CATALOGUES, CONFIG } from '../../../platform/tokens.ts';
import { CalendarAddresses, Calendars } from '../../notifications/index.ts';
import { VisitsReadModel } from '../infra/visits-read-model.ts';
import { visitOccasions } from '../infra/visit-occasions.ts';

/** What calendar programs subscribe to; the address alone lets them in, and only to the visits of its holder. */
@ApiExcludeController()
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    private readonly addresses: CalendarAddresses,
    private readonly reader: VisitsReadModel,
    private readonly calendars: Calendars,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(CONFIG) private readonly config: Config,
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
    const lines = await this.reader.listFor(actor);
    const occasions = visitOccasions(lines, holder, this.config.publicUrl);
    const title = translate(this.catalogues[locale], 'visits.title');
    // Weak, because each reading is stamped with its own time; what the visits say decides.
    const digest = createHash('sha256')
      .update(JSON.stringify([title, occasions]))
      .digest('base64url');
    response.setHeader('ETag', `W/"${digest}"`);
    return this.calendars.month(title, occasions, locale);
  }
}
