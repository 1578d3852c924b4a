import { parse } from 'csv-parse/sync';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric, type SubmissionId } from '../../src/modules/evaluations/index.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, aVisitBeside, type Ground } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface FormsFile {
  forms: Record<string, unknown>[];
  criteria: Record<string, unknown>[];
  codebook: { column: string; question: string; values: string | null }[];
  leftOut: { left_out: string; number: number | null }[];
}

describe('the forms of a month as files', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let dung: SignedInPerson;
  let form: SubmissionId;
  let dangerous: SubmissionId;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
    const { id: specialistId } = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    const second = await aSpecialist(service, committee, ground, 'Trần Quốc Dũng');
    const { email } = second;
    await signIn(service, committee, { email, name: 'Trần Quốc Dũng', role: 'board' });
    dung = await signIn(service, committee, {
      email,
      name: 'Trần Quốc Dũng',
      role: 'specialist',
      specialistId: second.id,
    });
    const visitTo = async (heldOn: string) =>
      aVisit(service, committee, {
        branchId: await aBranch(service, committee, ground),
        specialistId,
        heldOn: day(heldOn),
      });
    const visit = await visitTo('2020-12-03');
    form = await aForm(service, committee, visit);
    await aVisitBeside(service, committee, visit, second.id);
    dangerous = await aForm(service, committee, await visitTo('2020-12-04'), { place: '=cmd|calc' }, 'submitted');
  });
  afterAll(() => service.end());

  async function file(name: string, as = board) {
    const reply = await fetch(`${service.url}/api/v1/months/2020-12/forms/${name}`, { headers: { cookie: as.cookie } });
    return { status: reply.status, bytes: new Uint8Array(await reply.arrayBuffer()) };
  }
  const text = async (name: string, as = board) => Buffer.from((await file(name, as)).bytes).toString('utf8');
  const table = async (name: string) => parse<Record<string, string>>(await text(name), { columns: true, bom: true });
  const json = async (as = board) => JSON.parse(await text('export.json', as)) as FormsFile;

  it('have a row for each form and each criterion, and a codebook that explains every column', async () => {
    const { forms, criteria, codebook } = await json();
    expect(forms).toMatchObject([
      { form_id: form, state: 'accepted', total: 100, rating: 'good', official_rating: null, specialist: 'Lê Thị Nga' },
      { form_id: dangerous, state: 'submitted' },
    ]);
    expect(codebook.map(({ column }) => column)).toEqual(Object.keys(forms[0] ?? {}));
    expect(codebook.find(({ column }) => column === 'meetingKind')?.values).toContain('regular = ');
    const points = criteria.filter(({ form_id: id, criterion }) => id === form && criterion !== null);
    expect(points.reduce((sum, each) => sum + Number(each['points']), 0)).toBe(95);
    const csv = await table('export.csv');
    expect(csv.map((row) => [row['form_id'], row['present']])).toEqual(
      forms.map((row) => [row['form_id'], String(row['present'])]),
    );
    expect(await table('criteria.csv')).toHaveLength(criteria.length);
  });

  it('carry no formula', async () => {
    expect((await table('export.csv'))[1]?.['place']).toBe("'=cmd|calc");
    const sheets = await readWorkbook((await file('export.xlsx')).bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['forms', 'criteria', 'codebook', 'left_out']);
    // Read as the text that was typed: a formula would be read as one.
    expect(sheets[0]?.rows.flat()).toContain('=cmd|calc');
  });

  it('say what they leave out, and leave out what their reader may not see yet', async () => {
    const numbers = ({ leftOut }: FormsFile) => leftOut.map(({ number }) => number);
    expect(numbers(await json())).toEqual([1, 0, 0, 0, null]);
    const hidden = await json(dung);
    expect([hidden.forms.map(({ form_id: id }) => id), numbers(hidden)]).toEqual([[dangerous], [1, 0, 0, 1, null]]);
    expect(await text('codebook.csv')).toContain('Lượt dự chưa có phiếu,1');
    expect((await browserOf(service, board).open('/months/2020-12/forms')).html).toContain('/forms/export.xlsx');
  });

  it('are for who may read all forms', async () => {
    const { id: specialistId, email } = await aSpecialist(service, committee, ground, 'Đỗ Hà');
    const other = await signIn(service, committee, { email, name: 'Đỗ Hà', role: 'specialist', specialistId });
    for (const name of ['export.json', 'export.csv', 'criteria.csv', 'codebook.csv', 'export.xlsx']) {
      expect((await file(name, other)).status).toBe(403);
    }
  });
});
