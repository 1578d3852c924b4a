import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { PARTS_OF_DAY, type PartOfDay } from '../../kernel/hours.ts';
import {
  type DayPreference,
  ReplyAvailability,
  SetDayPreferences,
  ownSpecialist,
} from '../../modules/availability/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Redirect } from '../../platform/http/page.ts';
import { WEEKDAYS } from './weekdays.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** What specialists reply about a month, and when they would rather not go; both stand on the page of their absences. */
@ApiExcludeController()
@Allows('absence.tell_own')
@Controller('my')
export class MyAvailabilityPageController {
  constructor(
    private readonly reply: ReplyAvailability,
    private readonly preferences: SetDayPreferences,
  ) {}

  @Post('availability/:month')
  async say(@Param('month') month: string, @Req() request: Request): Promise<Redirect> {
    await this.reply.own(monthParam(month), ownSpecialist(request));
    return new Redirect('/my/absences', { kind: 'done', key: 'availability.replied' });
  }

  @Post('day-preferences')
  async prefer(@Body() body: FormBody, @Req() request: Request): Promise<Redirect> {
    const hasChanged = await this.preferences.execute(ownSpecialist(request), preferencesIn(body));
    return new Redirect('/my/absences', {
      kind: hasChanged ? 'done' : 'note',
      key: hasChanged ? 'preferences.saved' : 'preferences.unchanged',
    });
  }
}

/** Of each weekday, the part that was chosen; `whole` is all of it, any other text none. */
function preferencesIn(body: FormBody): DayPreference[] {
  const parts = Object.keys(PARTS_OF_DAY) as PartOfDay[];
  return WEEKDAYS.flatMap((weekday): DayPreference[] => {
    const chosen = body[`day${weekday}`];
    if (chosen === 'whole') return [{ weekday, part: null }];
    const part = parts.find((one) => one === chosen);
    return part ? [{ weekday, part }] : [];
  });
}
