import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import type { DocumentId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { DocumentRegister, KeepSignedCopy, LARGEST_COPY, SignedCopies } from '../../modules/documents/index.ts';
import { Plans } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { uploadOf } from '../../platform/http/uploads.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildNoticePage } from './build-notice-page.ts';

/** Told beside the field of the file. */
const SHOWN_ON_PAGE: ReadonlySet<ErrorCode> = new Set([
  'document.copy_missing',
  'document.copy_empty',
  'document.copy_large',
  'document.copy_kind',
  'http.too_large',
  'edit.stale',
]);

/** The duty notice of a published month with the copy that was signed. */
@ApiExcludeController()
@Controller('months/:month/notice')
export class NoticePageController {
  constructor(
    private readonly plans: Plans,
    private readonly register: DocumentRegister,
    private readonly copies: SignedCopies,
    private readonly keepCopy: KeepSignedCopy,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('document.read')
  @Get()
  async show(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(month), request);
  }

  @Allows('plan.publish')
  @Post('signed')
  async keep(@Param('month') text: string, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const id = await this.noticeOf(month);
    try {
      const file = uploadOf(request, LARGEST_COPY);
      if (!file) throw new DomainError('document.copy_missing', {});
      await this.keepCopy.execute(id, file.bytes, seenIn(request));
      return new Redirect(`/months/${month}/notice`, { kind: 'done', key: 'notice.kept' });
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_ON_PAGE.has(error.code)) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, request.locale);
      return this.page(month, request, sentence, this.errors[error.code].status);
    }
  }

  private async page(month: Month, { session }: Request, error: string | null = null, status = 200): Promise<Page> {
    const id = await this.noticeOf(month);
    const notice = await this.register.describe(id);
    const mayKeep = may(session?.actor, 'plan.publish');
    return new Page('notice', buildNoticePage(month, notice, await this.copies.list(id), { mayKeep, error }), status);
  }

  /** @throws DomainError http.not_found for a month without a notice */
  private async noticeOf(month: Month): Promise<DocumentId> {
    const plan = await this.plans.findPublished(month);
    if (!plan?.noticeId) throw new DomainError('http.not_found', {});
    return plan.noticeId;
  }
}

function seenIn({ body }: Request): number {
  const { seen } = (body ?? {}) as { seen?: unknown };
  return Number(seen);
}
