import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { newId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { askAboutLostAddresses, goneIn } from '../domain/ask-about-gone.ts';
import { type Comparison, isActive } from '../domain/changes/compare-rows.ts';
import { type DirectoryRows, type ImportTable, type Row, textOf } from '../domain/changes/import-tables.ts';
import { toldChanges } from '../domain/changes/told-changes.ts';
import { type ImportId, type ImportRecord, movesMeetings, verdict } from '../domain/import-record.ts';
import { textKey } from '../domain/import/fold.ts';
import type { TableName } from '../domain/import/column.ts';
import { TABLE_NAMES, TABLES } from '../domain/import/format.ts';
import { type Answers, type ImportQuestion, questionAbout, unanswered } from '../domain/import/question.ts';
import { changeAway, changeTo, membersOf } from '../domain/register/compare-change.ts';
import { type FieldFault, readChange, type ReadChange } from '../domain/register/read-change.ts';
import {
  addressOf,
  findThing,
  REGISTER_FACTS,
  type Register,
  revisionOf,
  TABLES_OF_REGISTERS,
} from '../domain/register/register.ts';
import { namesOf, type TypedRow, typedRows } from '../domain/register/typed-rows.ts';
import type {} from '../errors.ts';
import { RegisterHistoryReadModel } from '../infra/register-history-read-model.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { Imports } from '../infra/repositories/imports.ts';
import { SyncSpecialistAccounts } from './sync-specialist-accounts.ts';

/** The revision of an entry that its editor has seen, and the answers to questions about the change. */
export interface RegisterWish {
  readonly seen: number;
  readonly answers?: Answers;
}

export type RegisterOutcome =
  | {
      readonly kind: 'done' | 'unchanged';
      /** The address part of the entry. */
      readonly address: string;
      /** Months whose calendar depends on what has changed. */
      readonly months: readonly Month[];
    }
  | { readonly kind: 'refused'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'asked'; readonly questions: readonly ImportQuestion[] };

/** An entry as its form shows it: its rows as texts, and its revision. */
export interface OpenThing {
  readonly rows: readonly TypedRow[];
  readonly revision: number;
  readonly isInUse: boolean;
}

/** What putting an entry out of use would affect. */
export interface RetirementView {
  readonly revision: number;
  readonly questions: readonly ImportQuestion[];
  /** What is in use and rests on it: it has to leave first. */
  readonly members: readonly string[];
}

/** Lists of which an entry names a few rows. */
const LONG_TABLES: readonly ImportTable[] = ['branches', 'specialists', 'conflicts_of_interest'];

/**
 * Adds or changes an entry of a register, puts it out of use, or brings it back. Each change is an import of one row:
 * it is read, checked, asked about, compared, recorded and taken back like an import.
 */
@Injectable()
export class ChangeRegister {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly imports: Imports,
    private readonly history: RegisterHistoryReadModel,
    private readonly access: SyncSpecialistAccounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError directory.not_found */
  open(register: Register, address: string): Promise<OpenThing> {
    return this.work.run(async () => {
      const thing = await this.find(register, address);
      const current = await this.around(register, thing);
      return {
        rows: typedRows(current, register, thing),
        revision: revisionOf(current, register, thing),
        isInUse: isActive(thing),
      };
    });
  }

  /** What a form of the thing would begin with. @throws DomainError directory.not_found */
  revision(register: Register, address: string): Promise<number> {
    return this.work.run(async () => {
      const thing = await this.find(register, address);
      const versions =
        register === 'organisations'
          ? await this.directory.find('organisation_versions', { organisation_id: address })
          : [];
      return revisionOf({ organisation_versions: versions }, register, thing);
    });
  }

  private async find(register: Register, address: string): Promise<Row> {
    const { table, address: columns } = REGISTER_FACTS[register];
    const parts = columns.length === 1 ? [address] : address.split('.');
    const named = Object.fromEntries(columns.map((column, index) => [column, parts[index] ?? '']));
    const [thing] = await this.directory.find(table, named);
    if (!thing) throw new DomainError('directory.not_found', { register });
    return thing;
  }

  /** An entry with what it refers to: a form shows no others, and long lists would be read and written for nothing. */
  private async around(register: Register, thing: Row): Promise<DirectoryRows> {
    const current = await this.directory.read(TABLES_OF_REGISTERS.filter((table) => !LONG_TABLES.includes(table)));
    const ids = Object.values(thing).filter((value) => typeof value === 'string');
    const own = REGISTER_FACTS[register].table;
    const named: Partial<Record<ImportTable, Row[]>> = {
      branches: await this.directory.named('branches', ids),
      specialists: await this.directory.named('specialists', ids),
    };
    return { ...current, ...named, [own]: own === 'organisations' ? current.organisations : [thing] };
  }

  /** A new thing; the same one twice is one. */
  add(register: Register, rows: readonly TypedRow[], answers: Answers = {}): Promise<RegisterOutcome> {
    return this.work.run(async () => {
      await this.directory.lock();
      const current = await this.directory.read(TABLES_OF_REGISTERS);
      const read = await this.read(current, register, null, rows, answers);
      const twin = twinOf(current, register, rows);
      if (twin !== null && isActive(twin)) {
        const again = await this.read(current, register, twin, rows, answers);
        if (again.district && changeTo(again.district, current, this.clock.now()).changes.length === 0) {
          return unchanged(register, twin);
        }
      }
      return this.carryOut(register, null, current, read, answers);
    });
  }

  /**
   * Also brings back an entry that is out of use. Does nothing where the entry is already as wanted, whoever changed
   * it. @throws DomainError directory.not_found, edit.stale
   */
  change(
    register: Register,
    address: string,
    rows: readonly TypedRow[],
    { seen, answers = {} }: RegisterWish,
  ): Promise<RegisterOutcome> {
    return this.work.run(async () => {
      await this.directory.lock();
      const current = await this.directory.read(TABLES_OF_REGISTERS);
      const thing = thingOf(current, register, address);
      const read = await this.read(current, register, thing, rows, answers);
      const wanted = read.district && changeTo(read.district, current, this.clock.now());
      if (wanted?.changes.length === 0) return unchanged(register, thing);
      await this.mustHaveSeen(seen, current, register, thing);
      return this.carryOut(register, thing, current, read, answers);
    });
  }

  /** @throws DomainError directory.not_found, edit.stale */
  bringBack(register: Register, address: string, wish: RegisterWish): Promise<RegisterOutcome> {
    return this.work.run(async () => this.change(register, address, (await this.open(register, address)).rows, wish));
  }

  /** @throws DomainError directory.not_found */
  lookAtRetirement(register: Register, address: string): Promise<RetirementView> {
    return this.work.run(async () => {
      const current = await this.directory.read(TABLES_OF_REGISTERS);
      const thing = thingOf(current, register, address);
      const comparison = changeAway(register, thing, current, this.clock.now());
      return {
        revision: revisionOf(current, register, thing),
        questions: await this.askAboutDuties(register, comparison),
        members: membersOf(register, thing, current),
      };
    });
  }

  /**
   * Puts an entry out of use from now on; everything known of it is kept. Doing so twice has the same result as once.
   * @throws DomainError directory.not_found, directory.stays, directory.has_members, edit.stale
   */
  retire(register: Register, address: string, { seen, answers = {} }: RegisterWish): Promise<RegisterOutcome> {
    return this.work.run(async () => {
      await this.directory.lock();
      if (REGISTER_FACTS[register].retires === null) throw new DomainError('directory.stays', {});
      const current = await this.directory.read(TABLES_OF_REGISTERS);
      const thing = findThing(current, register, address);
      if (thing === null) {
        if (REGISTER_FACTS[register].retires === 'removed' && (await this.history.last(register, address))) {
          return { kind: 'unchanged', address, months: [] };
        }
        throw new DomainError('directory.not_found', { register });
      }
      if (!isActive(thing)) return unchanged(register, thing);
      await this.mustHaveSeen(seen, current, register, thing);
      const members = membersOf(register, thing, current);
      if (members.length > 0) throw new DomainError('directory.has_members', { register, names: members });
      const comparison = changeAway(register, thing, current, this.clock.now());
      const questions = await this.askAboutDuties(register, comparison);
      if (unanswered(questions, answers).length > 0) return { kind: 'asked', questions };
      return this.apply(register, thing, comparison, questions, answers);
    });
  }

  private async read(
    current: DirectoryRows,
    register: Register,
    thing: Row | null,
    rows: readonly TypedRow[],
    answers: Answers,
  ): Promise<ReadChange> {
    const ground = {
      today: await this.directory.dayAt(this.clock.now()),
      known: await this.directory.known(),
    };
    return readChange(current, { register, thing, rows: named(register, thing, current, rows) }, ground, answers);
  }

  private carryOut(
    register: Register,
    thing: Row | null,
    current: DirectoryRows,
    { faults, questions, district }: ReadChange,
    answers: Answers,
  ): Promise<RegisterOutcome> | RegisterOutcome {
    if (district === null) return { kind: 'refused', faults };
    const comparison = changeTo(district, current, this.clock.now());
    const asked = [...questions, ...askAboutLostAddresses(comparison)];
    if (unanswered(asked, answers).length > 0) return { kind: 'asked', questions: asked };
    return this.apply(register, thing, comparison, asked, answers);
  }

  private async apply(
    register: Register,
    thing: Row | null,
    comparison: Comparison,
    questions: readonly ImportQuestion[],
    answers: Answers,
  ): Promise<RegisterOutcome> {
    const { table } = REGISTER_FACTS[register];
    const own = thing ?? comparison.changes.find((change) => change.table === table)?.after ?? {};
    const address = addressOf(register, own);
    const ahead = await this.directory.ahead(await this.directory.dayAt(this.clock.now()));
    const months = movesMeetings(comparison) ? ahead.months : [];
    const record = this.recordOf(register, own, comparison, questions, answers, months);
    await this.imports.insert(record, null);
    await this.directory.apply(record.id, comparison.changes);
    await this.access.follow(record.id, comparison.changes);
    const told = toldChanges(comparison);
    this.audit.record({
      action: `register.${told[0]?.outcome ?? 'changed'}`,
      subject: { kind: register, id: address },
      details: { importId: record.id, changes: told },
    });
    return { kind: 'done', address, months };
  }

  private recordOf(
    register: Register,
    own: Row,
    comparison: Comparison,
    questions: readonly ImportQuestion[],
    answers: Answers,
    months: readonly Month[],
  ): ImportRecord {
    const of = (count: number) =>
      Object.fromEntries(TABLE_NAMES.map((name) => [name, name === register ? count : 0])) as Record<TableName, number>;
    const read = { counts: of(1), examples: of(0), csv: null };
    const now = this.clock.now();
    return {
      id: newId<'Import'>(),
      fileName: [TABLES[register].name.vi, textOf(own, 'code'), textOf(own, 'name')].join(' ').trim().slice(0, 200),
      fileHash: contentHash([register, comparison.hash]),
      ...verdict(read, [], questions, comparison, months),
      state: 'committed',
      answers,
      scope: 'additions',
      source: 'page',
      madeBy: this.work.actor.accountId,
      madeAt: now,
      committedAt: now,
      takenBackAt: null,
    } satisfies ImportRecord & { readonly id: ImportId };
  }

  /** Visits and meetings ahead of what goes out of use. */
  private async askAboutDuties(register: Register, comparison: Comparison): Promise<ImportQuestion[]> {
    const today = await this.directory.dayAt(this.clock.now());
    const hits = await this.directory.hits(goneIn(comparison), today);
    return hits.length === 0 ? [] : [questionAbout({ sheet: TABLES[register].name.vi }, 'archives_duties', { hits })];
  }

  private async mustHaveSeen(seen: number, current: DirectoryRows, register: Register, thing: Row): Promise<void> {
    if (seen === revisionOf(current, register, thing)) return;
    const last = await this.history.last(register, addressOf(register, thing));
    throw last === null ? staleEdit() : new DomainError('edit.stale', last);
  }
}

function thingOf(current: DirectoryRows, register: Register, address: string): Row {
  const thing = findThing(current, register, address);
  if (thing === null) throw new DomainError('directory.not_found', { register });
  return thing;
}

/** The existing entry with the code or names of a new one. */
function twinOf(current: DirectoryRows, register: Register, [row = {}]: readonly TypedRow[]): Row | null {
  const { table, keys } = REGISTER_FACTS[register];
  const typed = keys.map((key) => textKey(row[key] ?? ''));
  const isTwin = (thing: Row) => namesOf(current, register, thing).every((name, i) => textKey(name) === typed[i]);
  return current[table].find(isTwin) ?? null;
}

/** The typed rows with the stored code, which a change never alters, because other entries refer to it. */
function named(
  register: Register,
  thing: Row | null,
  current: DirectoryRows,
  rows: readonly TypedRow[],
): readonly TypedRow[] {
  if (thing === null) return rows;
  const names = namesOf(current, register, thing);
  const keys = Object.fromEntries(REGISTER_FACTS[register].keys.map((key, index) => [key, names[index] ?? '']));
  return rows.map((row) => ({ ...row, ...keys }));
}

function unchanged(register: Register, thing: Row): RegisterOutcome {
  return { kind: 'unchanged', address: addressOf(register, thing), months: [] };
}
