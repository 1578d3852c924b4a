import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { month } from '../kernel/month.ts';
import { examineAnswers } from '../modules/evaluations/domain/read-answers.ts';
import {
  type Observation,
  rubric42Hd,
  type Score,
  score,
  visitForm,
  warningsOf,
} from '../modules/evaluations/index.ts';
import type { ImportedBranch } from '../modules/directory/domain/import/parse-district.ts';
import { projectRoot } from '../platform/project-root.ts';
import { readWorkbook } from '../platform/xlsx/read-workbook.ts';
import { type BranchTraits, type MeetingTraits, sampleAnswers } from './sample-answers.ts';
import { parseSheets } from '../../test/support/import/parse-sheets.ts';

const FILE = join(projectRoot, 'templates/sample/quan-4-2020-12.xlsx');
const DAY = '2020-12-03';
const meeting = (kind: MeetingTraits['kind']): MeetingTraits => ({
  kind,
  day: DAY as MeetingTraits['day'],
  startsAt: '19:30',
  place: 'Văn phòng khu phố',
});

describe('sample answers', () => {
  let branches: readonly ImportedBranch[];
  let context: Parameters<typeof visitForm>[1] & Parameters<typeof examineAnswers>[2];

  beforeAll(async () => {
    const { district } = parseSheets(await readWorkbook(await readFile(FILE)));
    if (district === null) throw new Error('the sample cannot be read');
    ({ branches } = district);
    context = {
      month: month('2020-12'),
      today: meeting('regular').day,
      fields: district.fields.map(({ code, name }) => ({ code, name: { vi: name, en: name } })),
      directives: [],
      planned: { kind: 'regular', day: meeting('regular').day, startsAt: '19:30', place: 'Văn phòng khu phố' },
    };
  });

  const scored = (): Score[] => branches.map((branch) => score(rubric42Hd, sampleAnswers(branch, meeting('regular'))));
  const share = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length / items.length;

  it('are valid for every branch of the sample in every kind of meeting, as they are and through JSON', () => {
    const form = visitForm(rubric42Hd, context);
    for (const branch of branches) {
      for (const kind of ['regular', 'thematic', 'combined'] as const) {
        const answers = sampleAnswers(branch, meeting(kind));
        const sent: unknown = JSON.parse(JSON.stringify(answers));
        const { faults, answers: read } = examineAnswers(sent, form, context, rubric42Hd);
        expect({ branch: branch.code, kind, faults }).toEqual({ branch: branch.code, kind, faults: [] });
        expect(read).toEqual(answers);
      }
    }
  });

  it('are valid for branches of any size that an import allows', () => {
    const form = visitForm(rubric42Hd, context);
    const odd: BranchTraits = {
      code: 'X',
      name: 'Chi bộ nhỏ',
      type: 'LLVT',
      members: 3,
      official: null,
      probationary: null,
      seats: 0,
      vacantSeats: 0,
      weakFields: [],
    };
    for (let members = 1; members < 120; members += 1) {
      const answers = sampleAnswers(
        { ...odd, code: `X${members}`, members },
        { ...meeting('combined'), startsAt: '22:30' },
      );
      expect({ members, faults: examineAnswers(answers, form, context, rubric42Hd).faults }).toEqual({
        members,
        faults: [],
      });
    }
  });

  it('are the same each time, with other words from another observer and other figures on another day', () => {
    const [branch] = branches;
    if (!branch) throw new Error('no branch');
    expect(sampleAnswers(branch, meeting('regular'))).toEqual(sampleAnswers(branch, meeting('regular')));
    const [one, two] = ['CV1', 'CV2'].map((observer) => sampleAnswers(branch, meeting('regular'), observer));
    expect([two?.present, two?.speakers, two?.scores]).toEqual([one?.present, one?.speakers, one?.scores]);
    const later = sampleAnswers(branch, { ...meeting('regular'), day: '2020-12-04' as MeetingTraits['day'] });
    expect(later.scores).not.toEqual(sampleAnswers(branch, meeting('regular')).scores);
  });

  it('spread over the ratings: most meetings are good or fair, few weak, hardly any poor', () => {
    const ratings = scored().map(({ rating }) => rating?.id);
    expect(share(ratings, (id) => id === 'good')).toBeGreaterThan(0.4);
    expect(share(ratings, (id) => id === 'good')).toBeLessThan(0.65);
    expect(share(ratings, (id) => id === 'fair')).toBeGreaterThan(0.25);
    const weak = share(ratings, (id) => id !== 'good' && id !== 'fair');
    expect(weak).toBeGreaterThan(0.04);
    expect(weak).toBeLessThan(0.18);
  });

  it('are worse where the register calls a branch weak', () => {
    const average = (of: readonly BranchTraits[]) =>
      of.reduce((sum, branch) => sum + score(rubric42Hd, sampleAnswers(branch, meeting('regular'))).total, 0) /
      of.length;
    const heaviest = (branch: BranchTraits) => Math.max(0, ...branch.weakFields.map(({ weight }) => weight));
    const byWeight = [...branches].sort((a, b) => heaviest(a) - heaviest(b));
    const third = Math.floor(byWeight.length / 3);
    expect(average(byWeight.slice(0, third))).toBeGreaterThan(average(byWeight.slice(-third)) + 300);
  });

  it('name vacancies where there are any, observe something, and repeat no text too often', () => {
    const all = branches.map((branch) => ({ branch, answers: sampleAnswers(branch, meeting('regular')) }));
    for (const { branch, answers } of all) expect(answers.vacancies).toHaveLength(branch.vacantSeats);
    expect(share(all, ({ answers }) => answers.vacancies.length > 0)).toBeGreaterThan(0.04);
    expect(share(all, ({ answers }) => answers.vacancies.length > 0)).toBeLessThan(0.12);
    const unusual = all.flatMap(({ answers }) => warningsOf(answers, rubric42Hd, context));
    expect(
      unusual.filter(({ code }) => code === 'warning.nothing_observed' || code === 'warning.no_authority'),
    ).toEqual([]);
    const texts = all
      .flatMap(({ answers }) => [...answers.shortcomings, ...answers.strengths])
      .map((each: Observation) => each.text);
    const count = new Map<string, number>();
    for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1);
    expect(Math.max(...count.values()) / branches.length).toBeLessThan(0.15);
    expect(texts.filter((text) => /[{}]/.test(text) || text !== text.normalize('NFC'))).toEqual([]);
  });
});
