import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import { isMonth } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { EnterPairing, PAIRING_KINDS, type PairingId } from '../../modules/directory/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildPairingsPage, type PairingReturn } from './build-pairings-page.ts';
import { PairingsScreenReadModel } from './pairings-screen-read-model.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The field beside which an error is shown. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, string>>> = {
  'pairing.one_person': 'second',
  'pairing.unknown_person': 'first',
  'pairing.reason_missing': 'reason',
  'pairing.reason_long': 'reason',
  'pairing.until_past': 'until',
  'pairing.known': 'second',
};

/** Who must not, or should, go to a meeting together. */
@ApiExcludeController()
@Controller('pairings')
export class PairingsPageController {
  constructor(
    private readonly screens: PairingsScreenReadModel,
    private readonly enterPairing: EnterPairing,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('directory.read')
  @Get()
  show(@Req() request: Request): Promise<Page> {
    return this.page(request, null, 200);
  }

  @Allows('directory.edit')
  @Post()
  async enter(@Body() body: FormBody, @Req() request: Request): Promise<Page | Redirect> {
    const typed = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const kind = PAIRING_KINDS.find((one) => one === typed('kind')) ?? 'apart';
    const month = body['until'];
    try {
      await this.enterPairing.execute({
        kind,
        people: [typed('first'), typed('second')],
        reason: typed('reason'),
        until: isMonth(month) ? month : null,
      });
    } catch (error) {
      const field = isDomainError(error) ? FIELD_OF[error.code] : undefined;
      if (!isDomainError(error) || field === undefined) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(request, { typed, errors: { [field]: sentence } }, this.texts[error.code].status);
    }
    return new Redirect('/pairings', { kind: 'done', key: 'pairings.entered' });
  }

  @Allows('directory.edit')
  @Post(':id/remove')
  async remove(@Param('id') id: PairingId): Promise<Redirect> {
    await this.enterPairing.remove(id);
    return new Redirect('/pairings', { kind: 'done', key: 'pairings.removed' });
  }

  private async page(request: Request, back: PairingReturn | null, status: number): Promise<Page> {
    const screen = await this.screens.read(request.session?.committee.timeZone ?? 'UTC');
    const { locale } = request;
    const mayEdit = may(request.session?.actor, 'directory.edit');
    return new Page(
      'pairings',
      buildPairingsPage(screen, back, { catalogue: this.catalogues[locale], locale, mayEdit }),
      status,
    );
  }
}
