import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { formatMonth } from '../../kernel/format.ts';
import type { Ref } from '../../kernel/id.ts';
import {
  type ImportId,
  ImportsReadModel,
  type Register,
  RegisterHistoryReadModel,
  TakeBackImport,
  type ThingChange,
} from '../../modules/directory/index.ts';
import { TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { touchedLine } from '../holidays/touched-lines.ts';
import { EntryNames } from './entry-names.ts';
import { pageOf, REGISTER_PATHS, takeBackOf } from './register-paths.ts';
import { changeLine } from './thing-lines.ts';
import type { TakeBackPage } from './thing.view.ts';

/** The most changes of an entry among which the one to take back is searched. */
const MOST_CHANGES = 200;

/** The page that takes back a change made on a page: it shows what is undone, then undoes it. */
@Injectable()
export class TakeBackPages {
  constructor(
    private readonly changes: RegisterHistoryReadModel,
    private readonly names: EntryNames,
    private readonly imports: ImportsReadModel,
    private readonly takeBack: TakeBackImport,
    private readonly touched: TouchedVisitsReadModel,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  /** @throws DomainError directory.not_found, import.not_found */
  async look(
    register: Register,
    address: string,
    importId: Ref<'Import'>,
    request: Request,
    status = 200,
  ): Promise<Page> {
    const { locale } = request;
    const catalogue = this.catalogues[locale];
    const change = await this.changeOf(register, address, importId);
    const name = await this.names.of(register, address);
    const hindrance = await this.takeBack.hindrance(change.importId as ImportId);
    // An entry that goes out of use again affects the same visits as when it is put out of use by hand.
    const visits = change.outcome === 'back' ? await this.touched.of(address) : [];
    const line = changeLine(register, change, locale, false);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const model: TakeBackPage = {
      title: translate(catalogue, 'register.take_back_of', { name }),
      name,
      backHref: pageOf(register, address),
      action: hindrance === null ? takeBackOf(register, address, importId) : null,
      error: hindrance === null ? null : errorSentence(this.texts, hindrance.code, hindrance.params, locale),
      change: { ...line, fields: line.fields.map(({ label, from, to }) => ({ label, from: to, to: from })) },
      effect: translate(catalogue, `register.take_back.${change.outcome}`),
      visits: visits.map((visit) => touchedLine(visit, zone)),
    };
    return new Page('register-take-back', model, status);
  }

  /** Taking it back twice has the same result as once. */
  async carryOut(
    register: Register,
    address: string,
    importId: Ref<'Import'>,
    request: Request,
  ): Promise<Page | Redirect> {
    const change = await this.changeOf(register, address, importId);
    try {
      await this.takeBack.execute(change.importId as ImportId);
    } catch (error) {
      if (!isDomainError(error) || !error.code.startsWith('import.')) throw error;
      if (error.code !== 'import.already_taken_back') {
        return this.look(register, address, importId, request, this.texts[error.code].status);
      }
    }
    const { summary } = await this.imports.get(change.importId as ImportId);
    const months = (summary.months ?? []).map((month) => formatMonth(request.locale, month)).join(', ');
    // An added entry no longer exists afterwards.
    const to = change.outcome === 'added' ? REGISTER_PATHS[register] : pageOf(register, address);
    const kind = months === '' ? 'done' : 'warning';
    return new Redirect(to, { kind, key: 'register.taken_back', params: { months } });
  }

  private async changeOf(register: Register, address: string, importId: Ref<'Import'>): Promise<ThingChange> {
    const changes = await this.changes.list(register, address, MOST_CHANGES);
    const change = changes.find((one) => one.importId === importId && one.fileName === null);
    if (!change) throw new DomainError('import.not_found', { importId });
    return change;
  }
}
