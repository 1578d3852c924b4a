import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { newId } from '../../../kernel/id.ts';
import { day } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { askAboutDuties, newDaysIn } from '../domain/ask-about-duties.ts';
import { silentColumns } from '../domain/changes/column-keys.ts';
import { asTold, askAboutConflicts } from '../domain/ask-about-conflicts.ts';
import { askAboutGone, askAboutLostAddresses, goneIn } from '../domain/ask-about-gone.ts';
import type { ImportScope } from '../domain/changes/import-scope.ts';
import type { ImportGround } from '../domain/import/import-ground.ts';
import { type Comparison, compareRows } from '../domain/changes/compare-rows.ts';
import { wantedRows } from '../domain/changes/wanted-rows.ts';
import {
  commit,
  type ImportId,
  type ImportRecord,
  mustBeFaultless,
  movesMeetings,
  mustBePending,
  type Verdict,
  verdict,
} from '../domain/import-record.ts';
import { type Answers, answerTo, readAlike } from '../domain/import/question.ts';
import { checkCommittee } from '../domain/import/check-committee.ts';
import { AnnounceZone } from './announce-zone.ts';
import { SyncSpecialistAccounts } from './sync-specialist-accounts.ts';
import { type DistrictFile, type ReadDistrict, Workbooks } from './ports.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { Imports } from '../infra/repositories/imports.ts';

export type ImportMode = 'check' | 'commit';

/** What accompanies a file: answers to its questions, and whether it contains the whole directory. */
export interface ImportWish {
  readonly answers?: Answers | undefined;
  readonly scope?: ImportScope | undefined;
  /** Aborted when the uploader no longer waits. */
  readonly leaves?: AbortSignal | undefined;
}

type Found = Verdict & { readonly answers: Answers; readonly scope: ImportScope };

const LONGEST_NAME = 200;

/**
 * Imports a district's workbook, all of it or nothing. A check and an import are the same steps, the import with one
 * more; a stored check can be committed later, if it would still change the same.
 */
@Injectable()
export class ImportDistrict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workbooks: Workbooks,
    private readonly imports: Imports,
    private readonly directory: Directory,
    private readonly access: SyncSpecialistAccounts,
    private readonly zone: AnnounceZone,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * A file with faults is refused in either mode; a file with questions is not committed before they are answered.
   * @throws DomainError xlsx.…, csv.… where the file cannot be read, import.unanswered
   */
  async execute(file: DistrictFile, mode: ImportMode, wish: ImportWish = {}): Promise<ImportRecord> {
    const { answers = {} } = wish;
    const ground = await this.work.run(() => this.ground(wish.scope ?? 'whole'));
    const parsed = await this.workbooks.readDistrict(file, answers, ground, wish.leaves);
    const scope = scopeOf(parsed, wish.scope ?? 'whole');
    const fileHash = createHash('sha256').update(file.bytes).digest('hex');
    return this.work.run(async () => {
      await this.directory.lock();
      const { found, comparison } = await this.judge(parsed, scope);
      const record = await this.store(file, fileHash, { ...found, answers, scope });
      return mode === 'commit' && comparison ? this.carryOut(record, comparison) : record;
    });
  }

  /**
   * Carries out what the check has shown; `answers` are added to those given at the check. @throws DomainError
   * import.not_found, import.refused, import.unanswered, import.outdated, import.already_committed
   */
  async commit(id: ImportId, answers: Answers = {}): Promise<ImportRecord> {
    const parsed = await this.parsedAgain(id, { answers });
    return this.work.run(async () => {
      await this.directory.lock();
      const pending = await this.imports.getForUpdate(id);
      mustBeFaultless(pending);
      const record = { ...pending, answers: { ...pending.answers, ...answers } };
      const { found, comparison } = await this.judge(parsed, pending.scope);
      const isAsShown =
        found.changesHash === record.changesHash && readAlike(found.questions, record.answers, pending.answers);
      if (!comparison || !isAsShown) {
        throw new DomainError('import.outdated', { importId: id });
      }
      return this.carryOut({ ...record, questions: found.questions }, comparison);
    });
  }

  /** Checks a stored file against the current directory, with other answers or another scope where given. */
  async recheck(id: ImportId, wish: ImportWish = {}): Promise<ImportRecord> {
    const parsed = await this.parsedAgain(id, wish);
    return this.work.run(async () => {
      await this.directory.lock();
      const pending = await this.imports.getForUpdate(id);
      mustBePending(pending);
      const record = {
        ...pending,
        answers: { ...pending.answers, ...wish.answers },
        scope: scopeOf(parsed, wish.scope ?? pending.scope),
      };
      const { found } = await this.judge(parsed, record.scope);
      return this.keep({ ...record, ...found });
    });
  }

  /** Outside of any transaction, because it takes long. */
  private async parsedAgain(id: ImportId, { answers, scope, leaves }: ImportWish): Promise<ReadDistrict> {
    const { file, known, ground } = await this.work.run(async () => {
      const pending = await this.imports.get(id);
      return {
        file: { name: pending.fileName, bytes: await this.imports.fileOf(id) },
        known: pending.answers,
        ground: await this.ground(scope ?? pending.scope),
      };
    });
    return this.workbooks.readDistrict(file, { ...known, ...answers }, ground, leaves);
  }

  private async ground(scope: ImportScope): Promise<ImportGround> {
    return {
      today: await this.directory.dayAt(this.clock.now()),
      known: await this.directory.known(),
      isPartial: scope === 'additions',
    };
  }

  private async judge(
    { district, ...read }: ReadDistrict,
    scope: ImportScope,
  ): Promise<{ found: Verdict; comparison: Comparison | null }> {
    if (!district) return { found: verdict(read, read.faults, read.questions, null), comparison: null };
    const current = await this.directory.read();
    const faults = checkCommittee(district, read.sheets, current);
    if (faults.length > 0) return { found: verdict(read, faults, read.questions, null), comparison: null };
    const now = this.clock.now();
    const wish = { scope, silent: district.silent };
    const today = await this.directory.dayAt(now);
    const silent = silentColumns('conflicts_of_interest', district.silent);
    const told = asTold(wantedRows(district, current), current, today, silent);
    const comparison = compareRows(told.wanted, current, now, wish);
    const ahead = await this.directory.ahead(today);
    const questions = [
      ...askAboutGone(comparison, current, await this.directory.hits(goneIn(comparison), today)),
      ...askAboutConflicts(comparison, current, today),
      ...told.questions,
      ...askAboutLostAddresses(comparison),
      ...askAboutDuties(comparison, await this.directory.dutiesOn(newDaysIn(comparison), today), ahead.published),
      ...read.questions,
    ];
    const months = movesMeetings(comparison) ? ahead.months : [];
    return { found: verdict(read, faults, questions, comparison, months), comparison };
  }

  /** Checking the same file again replaces its earlier check. */
  private async store(file: DistrictFile, fileHash: string, found: Found): Promise<ImportRecord> {
    const made = { madeBy: this.work.actor.accountId, madeAt: this.clock.now() };
    const fileName = file.name.slice(0, LONGEST_NAME);
    const pending = await this.imports.findPending(fileHash);
    if (pending) return this.keep({ ...pending, ...found, ...made, fileName });
    const id = newId<'Import'>();
    const record = {
      id,
      fileName,
      fileHash,
      source: 'file' as const,
      ...found,
      ...made,
      committedAt: null,
      takenBackAt: null,
    };
    await this.imports.insert(record, file.bytes);
    this.record(record);
    return record;
  }

  private async keep(record: ImportRecord): Promise<ImportRecord> {
    await this.imports.update(record);
    this.record(record);
    return record;
  }

  private async carryOut(record: ImportRecord, comparison: Comparison): Promise<ImportRecord> {
    const committed = commit(record, this.clock.now());
    await this.zone.around(() => this.directory.apply(record.id, comparison.changes));
    await this.access.follow(record.id, comparison.changes);
    await this.announceDays(comparison);
    return this.keep(committed);
  }

  /**
   * Published visits may conflict with new days: imported ones are announced in the same way as those entered on pages.
   */
  private async announceDays(comparison: Comparison): Promise<void> {
    const today = await this.directory.dayAt(this.clock.now());
    const days = newDaysIn(comparison);
    if ((await this.directory.dutiesOn(days, today)).length === 0) return;
    const by = this.work.actor.accountId;
    for (const { specialistId, from, before, hours } of days.absences.filter((absence) => absence.before > today)) {
      const facts = { specialistId, from: day(from), before: day(before), hours, by };
      await this.events.publish('absence.recorded', facts, { subject: specialistId });
    }
    for (const text of days.holidays.filter((holiday) => holiday >= today)) {
      await this.events.publish('holiday.entered', { day: day(text), by }, { subject: text });
    }
  }

  private record(record: ImportRecord): void {
    const { id, state, fileHash, scope, questions, answers } = record;
    const { counts, faults, changes } = record.summary;
    const asked = questions.map((question) => ({ asked: question.code, answer: answerTo(question, answers) }));
    this.audit.record({
      action: `import.${state}`,
      subject: { kind: 'import', id },
      details: { fileHash, faults, changes, counts, scope, ...(asked.length > 0 && { questions: asked }) },
    });
  }
}

/** A list of one sheet only adds to its sheet, whatever scope was asked for. */
function scopeOf({ csv }: ReadDistrict, wish: ImportScope): ImportScope {
  return csv === null ? wish : 'additions';
}
