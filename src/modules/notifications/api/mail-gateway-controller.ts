import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Public } from '../../../platform/http/access.ts';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { fileOf } from '../../../platform/http/uploads.ts';
import { validation } from '../../../platform/http/validation.ts';
import { TakeBounce } from '../application/take-bounce.ts';
import { TakeIncomingMail } from '../application/take-incoming-mail.ts';
import type { DeliveryReport } from '../domain/delivery-report.ts';
import type {} from '../errors.ts';
import { readIncomingMail } from '../infra/read-incoming-mail.ts';
import {
  BounceReply,
  bounceReply,
  BounceRequest,
  reportOf,
  TakenMailReply,
  takenMailReply,
} from './mail-gateway.dto.ts';
import { MailGatewayGuard } from './mail-gateway-guard.ts';

const MAIL = 'message/rfc822';

/** What the mail gateway hands in: it has no session, but a secret of its own. */
@ApiTags('mail')
@Controller('api/v1/mail')
@UseGuards(MailGatewayGuard)
export class MailGatewayController {
  private readonly json = validation();

  constructor(
    private readonly takeBounce: TakeBounce,
    private readonly takeMail: TakeIncomingMail,
  ) {}

  @Public()
  @Post('bounces')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reportBounce',
    summary:
      'Report what became of a mail after it was taken: as JSON, or the delivery status notification itself (RFC 3464); the same report twice counts once',
  })
  @ApiHeader({ name: 'Authorization', required: true, description: 'Bearer and the secret MAIL_GATEWAY_TOKEN' })
  @ApiConsumes('application/json', MAIL)
  @ApiBody({ type: BounceRequest })
  @ApiOkResponse({ type: BounceReply })
  async bounce(@Req() request: Request): Promise<BounceReply> {
    return bounceReply(await this.takeBounce.execute(await this.reportIn(request)));
  }

  @Public()
  @Post('replies')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'handInMail',
    summary:
      'Hand in a mail that answers one of ours: a calendar program’s METHOD:REPLY is recorded and shown to the board, and changes no visit; the same one twice counts once',
  })
  @ApiHeader({ name: 'Authorization', required: true, description: 'Bearer and the secret MAIL_GATEWAY_TOKEN' })
  @ApiConsumes(MAIL)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: TakenMailReply })
  async reply(@Req() request: Request): Promise<TakenMailReply> {
    const file = request.is(MAIL) === false ? null : await fileOf(request, 'mail.eml');
    if (!file) throw new DomainError('mail.no_mail', {});
    return takenMailReply(await this.takeMail.execute(await readIncomingMail(file.bytes)));
  }

  private async reportIn(request: Request): Promise<DeliveryReport> {
    if (request.is(MAIL) === false) {
      const body: unknown = await this.json.transform(request.body, { type: 'body', metatype: BounceRequest });
      return reportOf(body as BounceRequest);
    }
    const file = await fileOf(request, 'mail.eml');
    const report = file && (await readIncomingMail(file.bytes)).report;
    if (!report) throw new DomainError('mail.no_report', {});
    return report;
  }
}
