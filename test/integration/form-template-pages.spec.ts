import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import type { FormTemplate } from '../../src/modules/evaluations/domain/form-template.ts';
import { apiOf } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

describe('the pages of form templates', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    committee = await aCommittee(service);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  });
  afterAll(() => service.end());

  const open = (path: string) => browserOf(service, board).open(path);
  const post = (path: string, fields: Record<string, string | readonly string[]>) =>
    browserOf(service, board).post(path, fields);
  const copy = async (of = 'standard/1') => {
    const { location } = await post(`/form-templates/${of}/copy`, { id: newId() });
    return location ?? '';
  };
  const contentOf = async (draft: string) =>
    (await apiOf(service, board)<{ content: FormTemplate }>('GET', `/form-template-drafts/${draft.split('/').at(-1)}`))
      .body.content;

  /** The fields of a part as its page has them. */
  const fieldsOf = (html: string): Record<string, string | string[]> => {
    const form = html.slice(html.indexOf('data-preview='), html.indexOf('data-preview-part'));
    const fields: Record<string, string | string[]> = {};
    const decode = (text: string) => text.replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
      const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? [];
      const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
      if (name === '_csrf' || name.endsWith('/remove') || (/type="checkbox"/.test(tag) && !/ checked/.test(tag)))
        continue;
      fields[name] = [fields[name] ?? [], decode(value)].flat();
    }
    for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([^]*?)<\/select>/g)) {
      fields[name] = decode(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
    }
    return fields;
  };

  it('add, change, move and remove questions without a module, and keep what was typed by every button', async () => {
    const draft = await copy();
    // A section of one's own, before the last.
    await post(`${draft}/edit/sections`, { seen: '1', '/new/title/vi': 'Khu phố sạch' });
    const index = (await contentOf(draft)).sections.findIndex(({ title }) => title.vi === 'Khu phố sạch');
    const part = `${draft}/edit/section-${index}`;
    const at = `/sections/${index}/questions`;
    const press = async (fields: Record<string, string>) => {
      const { html } = await open(part);
      const { status, location, html: answer } = await post(part, { ...fieldsOf(html), ...fields });
      expect([status, location]).toEqual([303, part]);
      return answer;
    };
    await press({
      [`${at}/0/kind`]: 'choice',
      [`${at}/0/label/vi`]: 'Đã ký cam kết',
      [`${at}/0/id`]: 'signed',
      _do: 'stay',
    });
    await press({
      [`${at}/0/required`]: 'yes',
      [`${at}/1/kind`]: 'number',
      [`${at}/1/label/vi`]: 'Số hộ',
      _do: 'stay',
    });
    await press({
      [`${at}/1/askedWhen/what`]: 'answer:signed=yes',
      [`${at}/0/options/2/label/vi`]: 'Một phần',
      [`${at}/0/label/en`]: 'Signed',
      _do: 'stay',
    });
    const [signed, households] = (await contentOf(draft)).sections[index]?.questions ?? [];
    expect(signed).toEqual({
      ...{ id: 'signed', type: 'choice', required: true, label: { vi: 'Đã ký cam kết', en: 'Signed' } },
      options: [
        { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
        { value: 'no', label: { vi: 'Không', en: 'No' } },
        { value: 'option-3', label: { vi: 'Một phần', en: 'Một phần' } },
      ],
    });
    expect(households).toMatchObject({ type: 'number', askedWhen: { answer: 'signed', in: ['yes'] } });

    // A condition on a question that now stands later is wrong, and said at its question.
    await press({ [`${at}/1/label/vi`]: 'Số hộ đã ký', _do: `up:${at}/1` });
    const { html } = await open(part);
    expect(html).toContain('Số hộ đã ký');
    expect(html).toContain('đứng sau. Chuyển câu đó lên trước');
    await press({ _do: `down:${at}/0` });
    await press({ _do: `remove:${at}/1` });
    const left = (await contentOf(draft)).sections[index]?.questions ?? [];
    expect(left.map((each) => each.label.vi)).toEqual(['Đã ký cam kết']);
  });

  it('say what cannot be saved at its field, and show everything that was typed', async () => {
    const draft = await copy();
    const part = `${draft}/edit/head`;
    const long = 'ă'.repeat(100_000);
    const { html } = await open(part);
    const refused = await post(part, { ...fieldsOf(html), '/title/vi': long, '/source/vi': '<b>Nguồn</b>' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Dài 100000 ký tự, tối đa 500');
    expect(refused.html).toContain(long);
    expect(refused.html).toContain('&lt;b&gt;Nguồn&lt;/b&gt;');
    expect((await contentOf(draft)).title.vi).not.toBe(long);
  });

  it('show the form on a phone while it is typed, and keep nothing of it', async () => {
    const draft = await copy();
    const index = (await contentOf(draft)).sections.findIndex(({ id }) => id === 'conduct');
    const part = `${draft}/edit/section-${index}`;
    const fields = fieldsOf((await open(part)).html);
    const shown = await post(`${part}/preview`, {
      ...fields,
      [`/sections/${index}/questions/0/label/vi`]: 'Ai đã nói',
    });
    expect(shown.status).toBe(200);
    const preview = shown.html.slice(shown.html.indexOf('data-preview-part'));
    expect(preview).toContain('Ai đã nói');
    expect(preview).toContain('name="speakers"');
    expect(JSON.stringify(await contentOf(draft))).not.toContain('Ai đã nói');
  });

  it('publish a draft from a month on, and name what stands in its way', async () => {
    const draft = await copy('samples/quarter-theme');
    const index = (await contentOf(draft)).sections.findIndex(({ id }) => id === 'preparation');
    await post(`${draft}/edit/sections`, { seen: '1', _do: `remove:/sections/${index}` });
    const refused = await post(`${draft}/publication`, { seen: '2', from: '2021-01' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Thiếu câu “Gửi tài liệu”');

    const right = await copy('samples/quarter-theme');
    const { location } = await post(`${right}/publication`, { seen: '1', from: '2021-01' });
    expect(location).toBe('/form-templates/quarter-theme/1');
    const { html } = await open('/form-templates/quarter-theme/1');
    expect(html).toContain('Sắp dùng');
    expect(html).toContain('chỉ hỏi 01/2027 – 03/2027');
    const back = await post('/form-templates/quarter-theme/1/take-back', {});
    expect(back.location).toBe(right);
  });

  it('take a file that was downloaded, and refuse another with what is wrong in it', async () => {
    const upload = async (text: string) => {
      const body = new FormData();
      body.append('_csrf', board.csrf);
      body.append('id', newId());
      body.append('file', new Blob([text], { type: 'application/json' }), 'form.json');
      const headers = { cookie: board.cookie, accept: 'text/html' };
      return fetch(`${service.url}/form-templates`, { method: 'POST', headers, body, redirect: 'manual' });
    };
    const file = (await open('/form-templates/supervision/1/file')).html;
    const taken = await upload(file);
    expect(taken.headers.get('location')).toMatch(/^\/form-templates\/drafts\//);
    const wrong = await upload(JSON.stringify({ ...(JSON.parse(file) as object), sections: [{ id: 'a' }] }));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('<code>/sections/0/title</code>');
    expect((await upload('x')).status).toBe(422);
  });

  it('let a leader read, and change nothing', async () => {
    const leader = await signIn(service, committee, {
      email: 'lanh.dao@mau.example',
      name: 'Võ Văn Lãnh',
      role: 'leader',
    });
    const { html } = await browserOf(service, leader).open('/form-templates/standard/1');
    expect(html).not.toContain('Chép thành bản thảo');
    expect((await browserOf(service, leader).post('/form-templates/standard/1/copy', { id: newId() })).status).toBe(
      403,
    );
    expect(hiddenIn(html, 'seen')).toBe('');
  });
});
