import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { currentWorkbook } from '../domain/current-workbook.ts';
import { annotate, type ImportSentences } from '../domain/import/annotate.ts';
import { blankTemplate } from '../domain/import/blank-template.ts';
import { checkCommittee } from '../domain/import/check-committee.ts';
import type { ImportId } from '../domain/import-record.ts';
import { type DistrictFile, Workbooks } from './ports.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { Imports } from '../infra/repositories/imports.ts';

const BLANK_NAME: Readonly<Record<Locale, string>> = { vi: 'giao-ban-mau-nhap.xlsx', en: 'giao-ban-template.xlsx' };
const CURRENT_NAME: Readonly<Record<Locale, string>> = { vi: 'danh-muc', en: 'directory' };
const MARK: Readonly<Record<Locale, string>> = { vi: 'co-ghi-loi', en: 'with-faults' };

/** Workbooks for download: the blank one, the data in use, and an uploaded one with its faults marked. */
@Injectable()
export class DownloadWorkbook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workbooks: Workbooks,
    private readonly imports: Imports,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async blank(locale: Locale): Promise<DistrictFile> {
    const known = await this.work.run(() => this.directory.knownCommittee());
    return { name: BLANK_NAME[locale], bytes: await this.workbooks.write(blankTemplate(locale, known)) };
  }

  /** The data in use; importing the file changes nothing. */
  async current(locale: Locale): Promise<DistrictFile> {
    const { rows, today } = await this.work.run(async () => ({
      rows: await this.directory.read(),
      today: await this.directory.dayAt(this.clock.now()),
    }));
    const name = `${CURRENT_NAME[locale]}-${today}.xlsx`;
    return { name, bytes: await this.workbooks.write(currentWorkbook(rows, locale)) };
  }

  /** @throws DomainError import.not_found */
  async annotated(id: ImportId, sentences: ImportSentences, locale: Locale): Promise<DistrictFile> {
    const { record, bytes, today, known } = await this.work.run(async () => ({
      today: await this.directory.dayAt(this.clock.now()),
      known: await this.directory.known(),
      record: await this.imports.get(id),
      bytes: await this.imports.fileOf(id),
    }));
    const ground = { today, known, isPartial: record.scope === 'additions' };
    const {
      sheets,
      district,
      faults: misread,
    } = await this.workbooks.readDistrict({ name: record.fileName, bytes }, record.answers, ground);
    const faults = district
      ? checkCommittee(district, sheets, await this.work.run(() => this.directory.read()))
      : misread;
    const findings = { faults, questions: record.questions };
    const name = `${record.fileName.replace(/\.(?:xlsx|csv|tsv|txt)$/i, '')}-${MARK[locale]}.xlsx`;
    return { name, bytes: await this.workbooks.write(annotate(sheets, findings, sentences, locale)) };
  }
}
