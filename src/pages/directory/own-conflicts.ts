import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type ErrorCode, isDomainError } from '../../kernel/domain-error.ts';
import type { BranchId, SpecialistId } from '../../kernel/id.ts';
import { type Day, writtenDay } from '../../kernel/month.ts';
import {
  type ConflictWish,
  RegisterChoicesReadModel,
  registerFields,
  TellConflict,
  ToldConflictsReadModel,
} from '../../modules/directory/index.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { wordOf } from '../register/thing-lines.ts';
import type { OwnConflicts } from './absences.view.ts';

type FormBody = Readonly<Record<string, unknown>>;

/** The form to show again: what was typed, and the faults by field. */
export interface ConflictRefusal {
  readonly body: FormBody;
  readonly errors: Readonly<Record<string, string>>;
}

/** As the import calls them; the last one is what is left. */
const REASONS = ['relative', 'former_member', 'duty', 'other'] as const satisfies readonly ConflictWish['reason'][];

/** The field beside which an error is shown. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, string>>> = {
  'conflict.branch_not_found': 'branch',
  'conflict.of_board': 'branch',
  'conflict.until_past': 'until',
};

/** The part of a specialist's page that is about branches which they should not visit. */
@Injectable()
export class OwnConflictForm {
  constructor(
    private readonly tell: TellConflict,
    private readonly told: ToldConflictsReadModel,
    private readonly choices: RegisterChoicesReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  /** Records it and returns null; otherwise returns why not. */
  async send(body: FormBody, specialistId: SpecialistId, { locale }: Request): Promise<ConflictRefusal | null> {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 100) : '');
    const until = writtenDay(text('until'));
    if (text('until') !== '' && until === null) {
      return { body, errors: { until: translate(this.catalogues[locale], 'absences.day_wrong') } };
    }
    const reason = REASONS.find((one) => one === text('reason')) ?? 'other';
    try {
      await this.tell.execute(specialistId, { branchCode: text('branch'), reason, until });
      return null;
    } catch (error) {
      const field = isDomainError(error) ? FIELD_OF[error.code] : undefined;
      if (!isDomainError(error) || field === undefined) throw error;
      return { body, errors: { [field]: errorSentence(this.texts, error.code, error.params, locale) } };
    }
  }

  takeBack(branchId: BranchId, specialistId: SpecialistId): Promise<void> {
    return this.tell.takeBack(specialistId, branchId);
  }

  async view(
    specialistId: SpecialistId,
    today: Day,
    request: Request,
    refusal: ConflictRefusal | null,
  ): Promise<OwnConflicts> {
    const { locale } = request;
    const body = refusal?.body ?? {};
    const { accountId } = actorOf(request);
    const offers = registerFields('conflicts', locale).find(({ key }) => key === 'reason')?.offers ?? [];
    const branches = await this.choices.of('branches');
    return {
      items: (await this.told.of(specialistId, today)).map(({ branchId, branch, reason, until, toldBy }) => ({
        branch,
        reason: wordOf('conflicts', 'reason', reason, locale),
        until,
        removeAction: toldBy !== null && toldBy === accountId ? `/my/absences/conflicts/${branchId}/remove` : null,
      })),
      action: '/my/absences/conflicts',
      branches: [
        { value: '', label: translate(this.catalogues[locale], 'register.choose'), selected: !body['branch'] },
        ...branches.map(({ code, name }) => ({ value: code, label: name, selected: code === body['branch'] })),
      ],
      reasons: REASONS.map((value, index) => ({
        value,
        label: offers[index]?.label ?? value,
        selected: value === body['reason'],
      })),
      until: typeof body['until'] === 'string' ? body['until'].slice(0, 20) : '',
      errors: refusal?.errors ?? {},
    };
  }
}
