import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DISTRICT, isInside } from '../../../test/support/sample/places.ts';
import { sampleWorkbook } from '../../../test/support/sample/sample-workbook.ts';
import { parseSheets } from '../../../test/support/import/parse-sheets.ts';
import { instantOf, monthOf, type Day } from '../../kernel/month.ts';
import { projectRoot } from '../../platform/project-root.ts';
import { readWorkbook } from '../../platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts';
import type { DistrictImport, ImportedBranch } from './domain/import/parse-district.ts';

const FILE = join(projectRoot, 'templates/sample/quan-4-2020-12.xlsx');

describe('the sample district', () => {
  let bytes: Buffer;
  let district: DistrictImport;
  let branchOf: ReadonlyMap<string, ImportedBranch>;

  beforeAll(async () => {
    bytes = await readFile(FILE);
    const parsed = parseSheets(await readWorkbook(bytes));
    if (parsed.district === null) throw new Error(JSON.stringify(parsed.faults.slice(0, 5)));
    district = parsed.district;
    branchOf = new Map(district.branches.map((branch) => [branch.code, branch]));
  });

  it('is made again byte for byte', async () => {
    expect(Buffer.from(await writeWorkbook(sampleWorkbook())).equals(bytes)).toBe(true);
  });

  it('says on its first sheet that it is a sample', async () => {
    const [guide] = await readWorkbook(bytes);
    expect(guide?.rows.flat()).toContain('DỮ LIỆU MẪU: Quận 4, tháng 12/2020.');
  });

  it('has the fifteen wards, 51 quarters and about 130 other branches', () => {
    const wards = district.organisations.flatMap(({ code }) => /^DB-P(\d+)$/.exec(code)?.[1] ?? []);
    expect(wards.map(Number)).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 18]);
    const quarters = district.branches.filter(({ type }) => type === 'KP');
    expect(quarters).toHaveLength(51);
    expect(district.branches.length - quarters.length).toBeGreaterThanOrEqual(125);
    expect(district.branches.length - quarters.length).toBeLessThanOrEqual(135);
  });

  it('has the primary school Đoàn Thị Điểm in ward 2', () => {
    const school = district.branches.find(({ name }) => name === 'Chi bộ Trường Tiểu học Đoàn Thị Điểm');
    expect(school).toMatchObject({ organisation: 'DB-P2', type: 'HCSN', meetingTime: '17:00' });
  });

  it('has twelve departments and 46 specialists with fields, own branches and reachable addresses', () => {
    expect(district.departments).toHaveLength(12);
    expect(district.specialists).toHaveLength(46);
    expect(new Set(district.specialists.map(({ department }) => department)).size).toBe(12);
    expect(district.specialists.every(({ fields, ownBranch }) => fields.length > 0 && ownBranch !== null)).toBe(true);
  });

  it('has no mail address that could belong to somebody', () => {
    const mails = [...district.specialists.map(({ mail }) => mail), ...district.branches.map((b) => b.secretaryMail)];
    expect(mails.every((mail) => mail?.endsWith('@mau.example'))).toBe(true);
  });

  it('lies inside the district', () => {
    const places = [...district.branches, ...district.specialists].map(({ lat, lng }) => ({
      lat: lat ?? 0,
      lng: lng ?? 0,
    }));
    expect(places.filter((place) => !isInside(place, DISTRICT))).toEqual([]);
  });

  it('meets mostly from the 1st to the 5th, so that meetings collide', () => {
    const early = district.branches.filter(({ meetingDay }) => Number(meetingDay) <= 5);
    expect(early.length / district.branches.length).toBeGreaterThan(0.85);
    const evenings = early.filter(({ type, meetingTime }) => type === 'KP' && meetingTime >= '19:00');
    expect(evenings.length).toBeGreaterThan(40);
  });

  describe('and its eighteen months of visits', () => {
    it('leave out only the month of distancing and reach every branch in the last half-year', () => {
      const months = new Set(district.visits.map(({ day }) => monthOf(day)));
      expect([...months].sort().at(0)).toBe('2019-06');
      expect([...months].sort().at(-1)).toBe('2020-11');
      expect(months.size).toBe(17);
      expect(months.has('2020-04' as never)).toBe(false);
      const recent = new Set(district.visits.filter(({ day }) => day >= '2020-06-01').map(({ branch }) => branch));
      expect(recent.size).toBe(district.branches.length);
    });

    it('send nobody to two meetings at a time, during leave, or to a branch of his own', () => {
      const conflicts = new Set(district.conflicts.map(({ specialist, branch }) => `${specialist} ${branch}`));
      for (const { code, ownBranch, residenceBranch } of district.specialists) {
        const own = district.visits.filter(({ specialist }) => specialist === code);
        const absences = district.absences.filter(({ specialist }) => specialist === code);
        const starts = own.map(({ branch, day }) => startOf(branch, day)).sort((a, b) => a - b);
        expect(starts.every((start, at) => at === 0 || start - (starts[at - 1] ?? 0) >= 60)).toBe(true);
        expect(own.filter(({ day }) => absences.some(({ from, before }) => from <= day && day < before))).toEqual([]);
        const barred = own.filter(
          ({ branch }) => branch === ownBranch || branch === residenceBranch || conflicts.has(`${code} ${branch}`),
        );
        expect(barred).toEqual([]);
      }
    });

    it('fall on no holiday and not behind the day on which December is planned', () => {
      expect(district.visits.every(({ day }) => day < '2020-11-20')).toBe(true);
      const holidays = new Set(district.holidays.map(({ day }) => day));
      expect(district.visits.filter(({ day }) => holidays.has(day))).toEqual([]);
    });

    it('have findings in many words, mostly where a branch is weak', () => {
      expect(district.findings.length).toBeGreaterThan(2_000);
      expect(new Set(district.findings.map(({ text }) => text)).size).toBeGreaterThan(500);
      expect(district.findings.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
      const branchOfVisit = new Map(district.visits.map(({ code, branch }) => [code, branch]));
      const shortcomings = district.findings.filter(({ kind }) => kind === 'shortcoming');
      const atWeakness = shortcomings.filter(({ visit, field }) =>
        branchOf.get(branchOfVisit.get(visit) ?? '')?.weakFields.some(({ code }) => code === field),
      );
      expect(atWeakness.length / shortcomings.length).toBeGreaterThan(0.6);
    });
  });

  function startOf(branch: string, day: Day): number {
    return instantOf(day, branchOf.get(branch)?.meetingTime ?? '00:00', 'Asia/Ho_Chi_Minh').getTime() / 60_000;
  }
});
