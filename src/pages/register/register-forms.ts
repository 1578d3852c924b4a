import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import {
  type Answers,
  answersIn,
  ChangeRegister,
  type FieldFault,
  type ImportQuestion,
  type Register,
  RegisterChoicesReadModel,
  registerFields,
  type RegisterOutcome,
  type TypedRow,
} from '../../modules/directory/index.ts';
import { TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, messageOf, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { touchedLine } from '../holidays/touched-lines.ts';
import { askedQuestion, formParts } from './build-register-form.ts';
import { doneWith } from './done-with.ts';
import { faultSentences } from './fault-sentences.ts';
import { type FormBody, typedIn } from './form-body.ts';
import { EntryNames } from './entry-names.ts';
import type { NamedLink } from './thing.view.ts';
import type { RegisterFormPage, RetirePage } from './register-form.view.ts';
import { actionOf, type GoingRegister, pageOf, REGISTER_PATHS } from './register-paths.ts';

/** What a form is shown again with. */
interface Return {
  readonly status: number;
  readonly faults?: readonly FieldFault[];
  readonly questions?: readonly ImportQuestion[];
  readonly error?: DomainError;
}

interface Shown {
  readonly register: Register;
  /** Null for a new entry. */
  readonly address: string | null;
  readonly rows: readonly TypedRow[];
  readonly seen: number | null;
  readonly answers: Answers;
}

const SHOWN_MEMBERS = 12;

const NEW_ROWS: Readonly<Partial<Record<Register, TypedRow>>> = {
  branches: { rollWeekend: 'có', durationMinutes: '90' },
  specialists: { mayLead: 'không', minVisits: '0', carriedBalance: '0' },
};
/** Errors shown beside the form, which keeps what was typed. */
const BESIDE_THE_FORM: ReadonlySet<string> = new Set(['edit.stale', 'directory.has_members', 'directory.stays']);

/** The forms that add, change, put out of use and bring back entries of registers. */
@Injectable()
export class RegisterForms {
  constructor(
    private readonly change: ChangeRegister,
    private readonly choices: RegisterChoicesReadModel,
    private readonly touched: TouchedVisitsReadModel,
    private readonly names: EntryNames,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  /** An empty form; the address may prefill fields, as links from other pages do. */
  async blank(register: Register, query: FormBody, request: Request): Promise<Page> {
    const given = Object.fromEntries(
      registerFields(register, request.locale).flatMap(({ key }) =>
        typeof query[key] === 'string' ? [[key, query[key].slice(0, 100)] as const] : [],
      ),
    );
    const rows = [{ ...NEW_ROWS[register], ...given }];
    return this.form({ register, address: null, rows, seen: null, answers: {} }, request, null);
  }

  async opened(register: Register, address: string, request: Request): Promise<Page> {
    const { rows, revision } = await this.change.open(register, address);
    return this.form({ register, address, rows, seen: revision, answers: {} }, request, null);
  }

  async add(register: Register, body: FormBody, request: Request): Promise<Page | Redirect> {
    const rows = typedIn(register, body);
    const answers = answersIn(body['answers']);
    const shown = { register, address: null, rows, seen: null, answers };
    const outcome = await this.change.add(register, rows, answers);
    return this.answer(outcome, shown, request, 'register.added');
  }

  async save(register: Register, address: string, body: FormBody, request: Request): Promise<Page | Redirect> {
    const rows = typedIn(register, body);
    const answers = answersIn(body['answers']);
    const shown = { register, address, rows, seen: Number(body['seen']), answers };
    try {
      const outcome = await this.change.change(register, address, rows, { seen: shown.seen, answers });
      return await this.answer(outcome, shown, request, 'register.saved');
    } catch (error) {
      if (!isDomainError(error) || !BESIDE_THE_FORM.has(error.code)) throw error;
      return this.form(shown, request, { status: this.texts[error.code].status, error });
    }
  }

  async restore(register: Register, address: string, body: FormBody, request: Request): Promise<Page | Redirect> {
    const { rows } = await this.change.open(register, address);
    const answers = answersIn(body['answers']);
    const shown = { register, address, rows, seen: Number(body['seen']), answers };
    try {
      const outcome = await this.change.bringBack(register, address, { seen: shown.seen, answers });
      return await this.answer(outcome, shown, request, 'register.restored');
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      // Nothing was typed that could be lost: the page shows the entry as it is now, with who changed it last.
      return new Redirect(pageOf(register, address), { kind: 'warning', key: 'register.not_restored' });
    }
  }

  async retirement(
    register: GoingRegister,
    address: string,
    request: Request,
    back: Return & { readonly answers?: Answers; readonly told?: string } = { status: 200 },
  ): Promise<Page> {
    const catalogue = this.catalogues[request.locale];
    const { revision, questions, members } = await this.change.lookAtRetirement(register, address);
    const name = await this.names.of(register, address);
    const visits = await this.touched.of(address);
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const holds = register === 'departments' || register === 'fields' || register === 'branchTypes' ? register : null;
    const model: RetirePage = {
      title: translate(catalogue, register === 'conflicts' ? 'register.remove_of' : 'register.retire_of', { name }),
      name,
      backHref: pageOf(register, address),
      action: actionOf(register, address, 'retire'),
      seen: revision,
      error: back.error
        ? errorSentence(this.texts, back.error.code, back.error.params, request.locale)
        : (back.told ?? null),
      effects: [translate(catalogue, `register.effect.${register}`)],
      members: members.slice(0, SHOWN_MEMBERS),
      moreMembers: members.slice(SHOWN_MEMBERS),
      membersTitle: holds === null ? '' : messageOf(catalogue, `register.members.${holds}`, { count: members.length }),
      membersTodo: holds === null ? '' : translate(catalogue, `register.members_todo.${holds}`),
      retire: translate(catalogue, register === 'conflicts' ? 'register.remove' : 'register.retire'),
      questions: (back.questions ?? questions).map((one) => askedQuestion(one, back.answers ?? {}, request.locale)),
      visits: visits.map((visit) => touchedLine(visit, zone)),
    };
    return new Page('register-retire', model, back.status);
  }

  async retire(register: GoingRegister, address: string, body: FormBody, request: Request): Promise<Page | Redirect> {
    const answers = answersIn(body['answers']);
    try {
      const outcome = await this.change.retire(register, address, { seen: Number(body['seen']), answers });
      if (outcome.kind === 'asked' || outcome.kind === 'refused') {
        const told =
          outcome.kind === 'asked'
            ? translate(this.catalogues[request.locale], 'register.retire_unanswered')
            : faultSentences(outcome.faults, this.catalogues[request.locale]).faults.join(' ');
        return await this.retirement(register, address, request, { status: 422, answers, told });
      }
      const done = register === 'conflicts' ? 'register.removed' : 'register.retired';
      return new Redirect(pageOf(register, address), doneWith(done, '', outcome.months, request));
    } catch (error) {
      if (!isDomainError(error) || !BESIDE_THE_FORM.has(error.code)) throw error;
      return this.retirement(register, address, request, { status: this.texts[error.code].status, error, answers });
    }
  }

  private async answer(
    outcome: RegisterOutcome,
    shown: Shown,
    request: Request,
    done: 'register.added' | 'register.saved' | 'register.restored',
  ): Promise<Page | Redirect> {
    if (outcome.kind === 'refused') return this.form(shown, request, { status: 422, faults: outcome.faults });
    if (outcome.kind === 'asked') return this.form(shown, request, { status: 422, questions: outcome.questions });
    const key = outcome.kind === 'unchanged' && done === 'register.saved' ? 'register.unchanged' : done;
    const flash = doneWith(key, await this.names.of(shown.register, outcome.address), outcome.months, request);
    return new Redirect(pageOf(shown.register, outcome.address), flash);
  }

  private async form(shown: Shown, request: Request, back: Return | null): Promise<Page> {
    const { register, address, rows, seen, answers } = shown;
    const catalogue = this.catalogues[request.locale];
    const { errors, faults } = faultSentences(back?.faults ?? [], catalogue);
    const otherAddress = back?.faults?.flatMap(({ fault }) =>
      fault.code === 'code_retired' ? [fault.params.address] : [],
    )[0];
    const choices = await this.choicesOf(register);
    const content = { register, rows, isNew: address === null, choices, errors };
    const model: RegisterFormPage = {
      title:
        address === null
          ? translate(catalogue, `register.new.${register}`)
          : translate(catalogue, 'register.edit_of', { name: await this.names.of(register, address) }),
      backHref: address === null ? REGISTER_PATHS[register] : pageOf(register, address),
      back: translate(catalogue, `register.list.${register}`),
      action: address === null ? REGISTER_PATHS[register] : actionOf(register, address, 'edit'),
      seen,
      error: back?.error ? errorSentence(this.texts, back.error.code, back.error.params, request.locale) : null,
      faults,
      otherHref: otherAddress === undefined ? null : pageOf(register, otherAddress),
      needs: this.needs(register, choices, request),
      questions: (back?.questions ?? []).map((one) => askedQuestion(one, answers, request.locale)),
      ...formParts(content, request.locale, catalogue),
    };
    return new Page('register-form', model, back?.status ?? 200);
  }

  /** An empty directory is filled in an order: what an entry has to name comes first. */
  private needs(
    register: Register,
    choices: ReadonlyMap<string, readonly unknown[]>,
    { locale }: Request,
  ): NamedLink[] {
    const named = registerFields(register, locale).flatMap(({ isRequired, refersTo }) =>
      isRequired && refersTo !== null && choices.get(refersTo)?.length === 0 ? [refersTo] : [],
    );
    return [...new Set(named)].flatMap((table) =>
      table in REGISTER_PATHS
        ? [
            {
              name: translate(this.catalogues[locale], `register.new.${table as Register}`),
              note: null,
              href: `${REGISTER_PATHS[table as Register]}/new`,
            },
          ]
        : [],
    );
  }

  private async choicesOf(register: Register) {
    const tables = new Set(registerFields(register, 'vi').flatMap(({ refersTo }) => refersTo ?? []));
    const lists = await Promise.all([...tables].map(async (table) => [table, await this.choices.of(table)] as const));
    return new Map(lists);
  }
}
