import { type DocumentId, type MeetingId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../src/kernel/actor.ts';
import { fingerprint } from '../../src/kernel/fingerprint.ts';
import { day } from '../../src/kernel/month.ts';
import { KeepSignedCopy } from '../../src/modules/documents/index.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { NameDeputy } from '../../src/modules/identity/index.ts';
import { Backtests, StartBacktest, TryPolicy } from '../../src/modules/planning/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aDistrict, withCell, withRows } from './import/a-district.ts';
import { districtFile } from './import/district-file.ts';
import { aCommittee, MAIL_GATEWAY_TOKEN, signIn, type SignedInPerson, type TestService } from './service.ts';
import { askedAndReplied } from './whole-month/availability-steps.ts';
import { weeklyAndPaired } from './whole-month/directory-steps.ts';
import { ratedAndExported, slipCorrected } from './whole-month/form-steps.ts';
import { rubricsTriedAndPublished } from './whole-month/rubric-steps.ts';
import { templatesPublished } from './whole-month/template-steps.ts';
import { changedAndUndone, submittedAndApproved, triedAsVariants } from './whole-month/plan-steps.ts';
import { MONTH, type MyVisit, type Send } from './whole-month/send.ts';
import { amendedTwice, sentOutsidePlan, swapped } from './whole-month/visit-steps.ts';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

export interface WholeMonth {
  readonly committee: Actor;
  readonly board: SignedInPerson;
  readonly leader: SignedInPerson;
  readonly specialists: readonly SignedInPerson[];
  /** All requests and replies in order. */
  readonly exchanges: readonly Exchange[];
}

interface Specialist {
  readonly id: SpecialistId;
  readonly email: string;
  readonly name: string;
}

interface Meeting {
  readonly id: MeetingId;
  readonly branch: { readonly id: string };
  readonly revision: number;
}

function isJson(body: object | FormData | Blob): body is object {
  return !(body instanceof FormData || body instanceof Blob);
}

/** December 2020 of a small district, played over HTTP from the import to the frozen briefing. */
export async function aWholeMonth(service: TestService): Promise<WholeMonth> {
  const exchanges: Exchange[] = [];
  const committee = await aCommittee(service);
  const mail = (name: string) => `${name}.${committee.committeeId.slice(-6)}@mau.example`;
  const board = await signIn(service, committee, { email: mail('ban'), name: 'Trần Văn Ban', role: 'board' });
  const leader = await signIn(service, committee, { email: mail('truc'), name: 'Lê Thị Trực', role: 'leader' });
  await service.as(committee, () => service.get(SeedStandardRubric).execute());

  const send: Send = async <T>(
    who: SignedInPerson,
    method: string,
    path: string,
    body?: object | FormData | Blob,
    revision?: number,
  ) => {
    const reply = await fetch(`${service.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: who.cookie,
        'x-csrf-token': who.csrf,
        ...(path.startsWith('/mail/') && { authorization: `Bearer ${MAIL_GATEWAY_TOKEN}` }),
        ...(body !== undefined && isJson(body) && { 'content-type': 'application/json' }),
        ...(revision !== undefined && (revision === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` })),
      },
      ...(body !== undefined && { body: isJson(body) ? JSON.stringify(body) : body }),
    });
    const type = reply.headers.get('content-type') ?? '';
    const content: unknown = type.includes('json') ? await reply.json() : new Uint8Array(await reply.arrayBuffer());
    exchanges.push({ method, path: `/api/v1${path}`, status: reply.status, type, body: content });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(content)}`);
    return content as T;
  };
  const month = `/months/${MONTH}`;
  await send(board, 'GET', '/openapi.json');

  await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  // After the month, so that it is not affected.
  const days = { from: day('2021-06-01'), to: day('2021-06-07') };
  const [accountId, deputyId] = [board.actor.accountId, leader.actor.accountId];
  if (!accountId || !deputyId) throw new Error('nobody is signed in');
  const deputyship = { accountId, deputyId, role: 'board', ...days } as const;
  await service.as(committee, () => service.get(NameDeputy).execute(deputyship));
  const file = await districtFile(aPlannableDistrict());
  const { id: importId } = await send<{ id: string }>(board, 'POST', '/imports', fileForm(file));
  await send(board, 'POST', `/imports/${importId}/check`);
  await send(board, 'POST', `/imports/${importId}/commit`);
  await send(board, 'GET', `/imports/${importId}`);
  const again = await send<{ id: string }>(board, 'POST', '/imports', fileForm(file));
  await send(board, 'POST', `/imports/${again.id}/commit`);
  await send(board, 'POST', `/imports/${again.id}/take-back`);
  await send(board, 'GET', `/imports/${again.id}/annotated.xlsx`);
  await send(board, 'GET', '/imports');
  const entries = '/registers/departments/entries';
  const entry = { rows: [{ code: 'THU', name: 'Ban Thử' }] };
  const made = await send<{ id: string; revision: number }>(board, 'POST', entries, entry);
  await send(board, 'GET', `${entries}/${made.id}`);
  const named = { rows: [{ name: 'Ban Thử nghiệm' }] };
  const changed = await send<{ revision: number }>(board, 'PATCH', `${entries}/${made.id}`, named, made.revision);
  await send(board, 'DELETE', `${entries}/${made.id}`, {}, changed.revision);
  // Codes are unique per committee, and no other one has this code.
  await send(board, 'POST', '/registers/fields/entries', { rows: [{ code: 'own-field', name: 'Lĩnh vực riêng' }] });
  await send(board, 'GET', '/imports/template.xlsx');
  await send(board, 'GET', '/imports/current.xlsx');
  await send(board, 'GET', '/policies');
  await send(board, 'GET', '/policies/duty');
  // The plan is approved before it is published; it is the same plan. The board confirms swaps, or refuses them.
  const approval = { from: MONTH, values: { needsApproval: true, swapsNeedBoard: true } };
  await send(board, 'PATCH', '/policies/planning', approval, fingerprint([]));
  // Changes nothing, so that the month is played with the built-in policy.
  await send(board, 'PATCH', '/policies/duty', { from: '2021-06', values: {} }, 1);
  await send(board, 'DELETE', '/policies/duty/2021-06', undefined, 1);
  await templatesPublished(send, board, await rubricsTriedAndPublished(send, board));
  const admin = await signIn(service, committee, { email: mail('quantri'), name: 'Lý Thị Quản', role: 'admin' });
  await send(board, 'GET', '/committee/labels');
  await send(admin, 'PATCH', '/committee/labels', { labels: {} }, 1);
  await send(board, 'GET', '/branches');
  const { items } = await send<{ items: readonly Specialist[] }>(board, 'GET', '/specialists');
  const specialists = new Map<string, SignedInPerson>();
  for (const { id, email, name } of items) {
    specialists.set(id, await signIn(service, committee, { email, name, role: 'specialist', specialistId: id }));
  }
  for (const person of [...specialists.values()].slice(0, 1)) await askedAndReplied(send, board, person);
  const absent = { specialistId: items[0]?.id, from: '2020-12-28', to: '2020-12-29', kind: 'leave' };
  const absence = await send<{ id: string }>(board, 'POST', '/absences', absent);
  await send(board, 'GET', `${month}/absences`);
  await send(board, 'DELETE', `/absences/${absence.id}`);
  await weeklyAndPaired(send, board, items);
  await send(board, 'POST', '/holidays', { day: '2020-12-24', name: 'Nghỉ riêng', kind: 'local' });
  await send(board, 'GET', '/holidays?year=2020');
  await send(board, 'GET', '/touched-visits');
  await send(board, 'POST', '/touched-visits/keep', { visitId: items[0]?.id, cause: 'holiday', fact: 'Nghỉ riêng' });
  const kept = { visits: [{ visitId: items[0]?.id, cause: 'holiday', fact: 'Nghỉ riêng' }], reason: 'Chi bộ vẫn họp' };
  await send(board, 'POST', '/touched-visits/keep-several', kept);
  await send(board, 'DELETE', '/holidays/2020-12-24');

  await send(board, 'POST', `${month}/meetings/make`);
  const meetings = await send<{ items: readonly Meeting[] }>(board, 'GET', `${month}/meetings`);
  const [meeting] = meetings.items;
  const extra = { branchId: meeting?.branch.id, kind: 'regular', day: '2020-12-10', time: '19:30', minutes: 90 };
  const added = await send<{ id: string }>(board, 'POST', `${month}/meetings`, extra);
  await send(board, 'PATCH', `${month}/meetings/${added.id}`, { state: 'cancelled' }, 1);
  await send(board, 'PATCH', `${month}/meetings/${added.id}`, { state: 'scheduled' }, 2);
  await send(board, 'POST', '/months/2021-02/meetings/make');
  await send(board, 'DELETE', '/months/2021-02/meetings');
  await send(board, 'GET', `${month}/meetings/${meeting?.id ?? ''}`);
  await send(board, 'PATCH', `${month}/meetings/${meeting?.id ?? ''}`, { place: 'Nhà văn hóa' }, meeting?.revision);
  const last = meetings.items.at(-1);
  const moves = [{ id: last?.id ?? '', revision: last?.revision ?? 0, day: '2020-12-15' }];
  const moved = await send<{ changeId: string }>(board, 'POST', `${month}/meetings/moves`, { moves });
  await send(board, 'POST', `${month}/meetings/changes/${moved.changeId}/take-back`);
  await send(board, 'POST', `${month}/meetings/changes/${moved.changeId}/tell`);
  const seen = await send<Meeting>(board, 'GET', `${month}/meetings/${last?.id ?? ''}`);
  const edit = { meetings: [{ id: seen.id, revision: seen.revision }], minutes: 100 };
  await send(board, 'POST', `${month}/meetings/edits`, edit);
  const spare = await send<{ id: string }>(board, 'POST', `${month}/meetings`, { ...extra, day: '2020-12-16' });
  await send(board, 'DELETE', `${month}/meetings/${spare.id}`, undefined, 1);

  await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  await send(board, 'POST', `${month}/plan/solves`);
  for (let state = ''; state !== 'done';) {
    await sleep(50);
    ({ state } = await send<{ state: string }>(board, 'GET', `${month}/plan/solves/latest`));
    if (state === 'failed' || state === 'cancelled') throw new Error(`the plan was not made: ${state}`);
  }
  const { id: solveId } = await send<{ id: string }>(board, 'GET', `${month}/plan/solves/latest`);
  // It is over, so nothing is left to stop.
  await send(board, 'POST', `${month}/plan/solves/${solveId}/stop`);
  const problem = await send<object>(board, 'GET', `${month}/plan/problem.json`);
  await send(board, 'GET', `${month}/plan/plan.json`);
  await send(board, 'GET', `${month}/history.json`);
  const tried = await service.as(committee, () => service.get(StartBacktest).execute(MONTH, 6, { perDay: 1 }));
  for (let state = ''; state !== 'done' && state !== 'failed';) {
    await sleep(50);
    state = (await service.as(committee, () => service.get(Backtests).job(tried)))?.state ?? '';
  }
  await service.as(committee, () => service.get(TryPolicy).execute({ from: MONTH, seen: 0, values: { perDay: 1 } }));
  await changedAndUndone(send, board, month);
  await triedAsVariants(send, board, month);
  await submittedAndApproved(send, board, leader, month);
  for (const kind of ['json', 'csv', 'xlsx', 'pdf']) await send(leader, 'GET', `${month}/plan/export.${kind}`);
  const { id: planId, revision } = await send<{ id: string; revision: number }>(leader, 'GET', `${month}/plan`);
  await send(board, 'POST', `${month}/plan/publication`, { planId, revision });
  for (const person of specialists.values()) {
    const { visits } = await send<{ visits: readonly MyVisit[] }>(person, 'GET', `/my/visits?month=${MONTH}`);
    if (visits.length === 0) continue;
    await amendedTwice(send, board, person, month);
    break;
  }
  await swapped(send, board, specialists, month);
  await sentOutsidePlan(
    send,
    board,
    (text) => service.as(committee, () => service.work.query<{ branch: string; specialist: string }>(text)),
    month,
  );
  const [anyMail] = await service.as(committee, () =>
    service.work.query<{ messageId: string }>(`select message_id as "messageId" from mails order by id limit 1`),
  );
  const bounce = {
    messageId: anyMail?.messageId ?? '',
    action: 'delayed',
    status: '4.2.2',
    diagnostic: 'mailbox full',
  };
  await send(board, 'POST', '/mail/bounces', bounce);
  const hello = new Blob(['Subject: Xin chào\r\n\r\nCảm ơn.\r\n'], { type: 'message/rfc822' });
  await send(board, 'POST', '/mail/replies', hello);
  await send(board, 'GET', `${month}/repairs?meetingId=${added.id}`);
  const published = `${month}/published-meetings/${added.id}`;
  await send(board, 'POST', `${published}/move-effects`, { place: 'Hội trường' });
  await send(board, 'PATCH', published, { place: 'Hội trường' }, 3);
  await send(board, 'POST', `${published}/call-off`, { reason: 'Chi bộ hoãn họp' }, 4);
  await send(board, 'POST', `${published}/take-back`, {}, 5);
  const alone = await send<{ id: string; state: string }>(board, 'POST', '/solve?seed=1', problem);
  for (let { state } = alone; state !== 'done';) {
    await sleep(50);
    ({ state } = await send<{ state: string }>(board, 'GET', `/solve/${alone.id}`));
    if (state === 'failed' || state === 'cancelled') throw new Error(`the problem was not solved: ${state}`);
  }
  await send(board, 'GET', `/solve/${alone.id}/plan`);
  await send(board, 'DELETE', `/solve/${alone.id}`);
  await send(board, 'GET', '/schemas/problem.json');
  await send(board, 'GET', '/schemas/plan.json');

  await service.clock.moveTo(new Date('2020-12-31T02:00:00Z'));
  const submitted: { person: SignedInPerson; visit: MyVisit; id: string }[] = [];
  const submit = async (person: SignedInPerson, visit: MyVisit, basedOn: number) => {
    const id = newId();
    const answers = someAnswers({ directives: [], date: day(visit.heldOn) });
    const seen = basedOn === 0 ? 0 : undefined;
    if (seen === 0)
      await send(person, 'PUT', `/visits/${visit.id}/draft`, { submissionId: id, basedOn, content: answers }, seen);
    const form = { basedOn, answers, ...(basedOn > 0 && { reply: 'Đã đối chiếu biên bản.' }) };
    await send(person, 'PUT', `/visits/${visit.id}/submissions/${id}`, form);
    await send(person, 'PUT', `/visits/${visit.id}/submissions/${id}`, form);
    submitted.push({ person, visit, id });
  };
  /** Declines in the end, after everything else that can be reported was reported and taken back. */
  const changeOnesMind = async (person: SignedInPerson, { id, revision }: MyVisit) => {
    const say = (what: string, body: object, later: number) =>
      send(person, 'POST', `/visits/${id}/${what}`, body, revision + later);
    await say('not-held', { reason: 'Chi bộ hoãn họp' }, 0);
    await say('take-back', {}, 1);
    await send(person, 'PUT', `/visits/${id}/stand-in`, { specialistId: null }, revision + 2);
    await send(person, 'POST', '/my/visits/acceptance?month=2019-01');
    await say('decline', { reason: 'Đi công tác', kind: 'duty' }, 2);
  };
  /** A waiting form is withdrawn by its author and sent again. */
  const withdrawAndSend = async ({ person, visit, id }: (typeof submitted)[number]) => {
    const { revision } = await send<{ revision: number }>(board, 'GET', `/submissions/${id}`);
    await send(person, 'POST', `/submissions/${id}/withdrawal`, { reason: 'Số có mặt ghi nhầm.' }, revision);
    await submit(person, visit, 1);
  };
  /** An accepted form is reopened, corrected by its author, and accepted again. */
  const openAgain = async ({ person, visit, id }: (typeof submitted)[number], version: number) => {
    const { revision } = await send<{ revision: number }>(board, 'GET', `/submissions/${id}`);
    await send(board, 'POST', `/submissions/${id}/reopening`, { reason: 'Số có mặt ghi nhầm.' }, revision);
    await submit(person, visit, version);
    await send(board, 'POST', `/submissions/${submitted.at(-1)?.id ?? id}/acceptance`, {}, 1);
  };
  let declined = 0;
  for (const person of specialists.values()) {
    await send(person, 'GET', '/session');
    const { visits } = await send<{ visits: readonly MyVisit[] }>(person, 'GET', `/my/visits?month=${MONTH}`);
    for (const visit of visits) {
      await send(person, 'GET', `/visits/${visit.id}`);
      if (visit.state === 'released') continue;
      const refuses = visit.state === 'offered' && submitted.length > 0 && declined++ === 0;
      if (refuses) await changeOnesMind(person, visit);
      else {
        await send(person, 'POST', `/visits/${visit.id}/accept`, {}, visit.revision);
        await submit(person, visit, 0);
      }
    }
  }
  const [first] = submitted;
  if (first === undefined || declined === 0) throw new Error('the month has too few visits');
  await withdrawAndSend(first);
  const second = submitted.pop() ?? first;
  await send(board, 'POST', `/submissions/${second.id}/return`, { comments: 'Thiếu số đảng viên phát biểu.' }, 1);
  await submit(first.person, first.visit, 2);
  await send(leader, 'GET', `${month}/forms`);
  for (const [at, sent] of submitted.filter((submission) => submission !== first).entries()) {
    const id = at === 0 ? await slipCorrected(send, board, sent.id) : sent.id;
    const { revision } = await send<{ revision: number }>(board, 'GET', `/submissions/${id}`);
    await send(board, 'POST', `/submissions/${id}/acceptance`, { comments: 'Đã xem.' }, revision);
  }
  await openAgain(submitted.at(-1) ?? first, 3);
  await ratedAndExported(send, board, submitted.at(-1)?.id ?? first.id, month);
  const draft = await send<{ revision: number }>(board, 'POST', `${month}/briefing`);
  const text = { text: 'Các chi bộ sinh hoạt đúng lịch.' };
  const edited = await send<{ revision: number }>(
    board,
    'PUT',
    `${month}/briefing/parts/results.attendance`,
    text,
    draft.revision,
  );
  await send(board, 'POST', `${month}/briefing/freeze`, {}, edited.revision);
  await send(leader, 'GET', `${month}/briefing`);
  await allSigned(service, board);
  return { committee, board, leader, specialists: [...specialists.values()], exchanges };
}

/** Of every document that was issued a signed copy is kept. */
async function allSigned(service: TestService, { actor }: SignedInPerson): Promise<void> {
  const documents = await service.as(actor, () => service.work.query<{ id: DocumentId }>(`select id from documents`));
  const scan = new TextEncoder().encode('%PDF-1.7');
  const keep = (id: DocumentId) => service.work.as(actor, () => service.get(KeepSignedCopy).execute(id, scan, 0));
  for (const { id } of documents) await keep(id);
}

function fileForm({ name, bytes }: { name: string; bytes: Uint8Array }): FormData {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

/**
 * The small district with two more specialists without conflicts of interest, and the fields that the sample answers
 * use.
 */
function aPlannableDistrict() {
  const more = ['Lê Văn Ví', 'Phạm Thị Dụ'].map((name, index) => {
    const code = `CV0${index + 2}`;
    return [code, name, 'Chuyên viên', 'BTC', `${code.toLowerCase()}@mau.example`, 'MT:0,9', 0, 4, 1, 'có'];
  });
  const regular = withCell(aDistrict(), 'Chi bộ', 2, 'Tháng sinh hoạt chuyên đề', null);
  return withRows(withCell(regular, 'Chuyên viên', 2, 'Số lượt tối thiểu', 0), 'Chuyên viên', more).map(
    ({ name, rows }) => ({
      name,
      rows: rows.map((cells) =>
        cells.map((cell) =>
          typeof cell === 'string' ? cell.replace(/\bMT\b/g, 'environment').replace(/\bTTDT\b/g, 'security') : cell,
        ),
      ),
    }),
  );
}
