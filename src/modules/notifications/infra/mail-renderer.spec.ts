import { LOCALES } from '../../../kernel/actor.ts';
import { day, month } from '../../../kernel/month.ts';
import type { MailModels, MailTemplate } from '../application/mail-models.ts';
import { MailRenderer } from './mail-renderer.ts';

const LETTERHEAD = { to: 'Trần Văn Mẫu', committee: { name: 'Quận ủy Quận 4', isSample: true } };
const LINK = 'https://giaoban.example/here';
const VISIT = {
  day: day('2020-12-03'),
  from: '19:30',
  to: '21:00',
  branch: 'Chi bộ Khu phố 3 <Phường 2>',
  place: 'Nhà văn hóa khu phố 3',
  kind: 'combined',
  with: ['Lê Thị Thử', 'Phạm Văn Ví'],
  link: LINK,
} as const;

/** One model per template; a template without one does not compile. */
const MODELS: { [T in MailTemplate]: MailModels[T] } = {
  'sign-in-link': { link: LINK, minutes: 15 },
  'test-mail': { link: LINK },
  'visits-published': {
    month: month('2020-12'),
    visits: [VISIT, { ...VISIT, day: day('2020-12-05'), with: [], place: '' }],
    notice: { symbol: '12-TB/BTC', issuedOn: day('2020-11-25'), link: `${LINK}/pdf` },
    leftOut: 0,
    answerBy: day('2020-11-27'),
    formWorkdays: 2,
    contact: { name: 'Trần Văn Ban', address: 'ban@mau.example' },
    link: LINK,
  },
  'visits-trial': {
    month: month('2020-12'),
    visits: [VISIT],
    notice: { symbol: '…-TB/BTC', issuedOn: day('2020-11-25'), link: `${LINK}/pdf` },
    leftOut: 0,
    answerBy: day('2020-11-27'),
    formWorkdays: 2,
    contact: { name: 'Trần Văn Ban', address: 'ban@mau.example' },
    link: LINK,
    specialist: 'Lê Thị Nga',
    address: 'nga@mau.example',
  },
  'visits-amended': {
    month: month('2020-12'),
    number: 2,
    off: [VISIT],
    on: [{ ...VISIT, day: day('2020-12-05'), with: [], place: '' }],
    reason: 'Đồng chí Nga đi học từ 01/12.',
    isAgreed: false,
    outside: null,
    notice: { symbol: '14-TB/BTC', issuedOn: day('2020-11-30'), link: `${LINK}/pdf` },
    answerBy: day('2020-12-02'),
    formWorkdays: 2,
    contact: { name: 'Trần Văn Ban', address: 'ban@mau.example' },
    link: LINK,
  },
  'calendar-reply': { visit: VISIT, answer: 'declined', isAccepted: false, link: LINK },
  'swap-changed': {
    step: 'asked',
    isTaker: true,
    giver: 'Lê Thị Nga',
    taker: 'Trần Văn Ban',
    visit: VISIT,
    other: { ...VISIT, day: day('2020-12-05'), with: [] },
    moved: [],
    answerBy: day('2020-12-02'),
    answer: '',
    link: LINK,
  },
  'swap-to-confirm': {
    giver: 'Lê Thị Nga',
    taker: 'Trần Văn Ban',
    visit: VISIT,
    other: { ...VISIT, day: day('2020-12-05'), with: [] },
    link: LINK,
  },
  'visit-cancelled': { visit: VISIT, why: 'declined', reason: 'Ốm', link: LINK },
  'visit-declined': { visit: VISIT, specialist: 'Lê Thị Nga', kind: 'ill', reason: 'Ốm nặng', link: LINK },
  'visit-restored': { visit: VISIT, link: LINK },
  'answer-missing': {
    visits: [{ ...VISIT, answerBy: day('2020-11-27') }],
    link: LINK,
  },
  'visit-moved': {
    visit: VISIT,
    before: { day: day('2020-12-02'), from: '18:00', to: '19:30', place: 'Trường Nguyễn Trường Tộ', kind: 'regular' },
    isSameTime: false,
    isSamePlace: false,
    isSameKind: true,
    zone: null,
    isOver: false,
    standsInFor: null,
    answerBy: day('2020-12-01'),
    link: LINK,
  },
  'visits-moved': {
    visits: [
      {
        ...VISIT,
        before: { day: VISIT.day, from: '19:30', to: '21:00', place: VISIT.place },
        isSameTime: true,
        standsInFor: null,
      },
      {
        ...VISIT,
        before: { day: day('2020-12-02'), from: '18:00', to: '19:30', place: VISIT.place },
        isSameTime: false,
        standsInFor: 'Lê Thị Nga',
      },
    ],
    zone: { from: 'Asia/Ho_Chi_Minh', to: 'Asia/Tokyo' },
    answerBy: day('2020-12-01'),
    link: LINK,
  },
  'stand-in-named': { visit: VISIT, specialist: 'Lê Thị Nga', link: LINK },
  'stand-in-dropped': { visit: VISIT, specialist: 'Lê Thị Nga', isHeld: true, link: LINK },
  'visits-touched': {
    cause: 'absence',
    holiday: null,
    from: day('2020-12-03'),
    until: day('2020-12-04'),
    isOwn: false,
    visits: [{ ...VISIT, specialist: 'Lê Thị Nga' }],
    link: LINK,
  },
  'availability-asked': {
    month: month('2020-12'),
    until: day('2020-11-25'),
    nothingLink: `${LINK}/nothing`,
    link: LINK,
    contact: { name: 'Trần Văn Ban', address: 'ban@mau.example' },
  },
  'meeting-inquiry': {
    month: month('2020-12'),
    branch: VISIT.branch,
    meetings: [
      { day: VISIT.day, from: '19:30', place: VISIT.place, kind: 'regular', link: LINK },
      { day: day('2020-12-17'), from: '19:30', place: '', kind: 'thematic', link: LINK },
    ],
    mayMove: true,
    contact: { name: 'Trần Văn Ban', address: 'ban@mau.example' },
  },
  'meeting-wish-decided': {
    branch: VISIT.branch,
    isAccepted: false,
    wished: { day: day('2020-12-08'), from: '19:00' },
    meeting: { day: VISIT.day, from: '19:30', place: VISIT.place },
    reason: 'Hôm đó Đảng ủy họp',
    contact: null,
    link: LINK,
  },
  'branch-meeting-changed': {
    branch: VISIT.branch,
    turn: 'moved',
    before: { day: day('2020-12-03'), from: '19:30', to: '21:00', place: '', kind: 'regular' },
    meeting: { day: VISIT.day, from: '19:30', place: VISIT.place, kind: 'thematic' },
    isSameTime: false,
    isSamePlace: true,
    isSameKind: false,
    reason: null,
    contact: null,
    isPublished: true,
  },
  'plan-submitted': {
    month: month('2020-12'),
    by: 'Trần Văn Ban',
    comment: 'Đã thêm người cho Khu phố 3.',
    visits: 118,
    people: 42,
    link: LINK,
  },
  'plan-sent-back': {
    month: month('2020-12'),
    by: 'Lê Thị Trực',
    comment: 'Khu phố 7 cần hai người.\nXin xem lại <script>ngày 03</script>',
    wasApproved: true,
    link: LINK,
  },
  'plan-approved': { month: month('2020-12'), by: 'Lê Thị Trực', comment: null, link: LINK },
  'form-missing': {
    visits: [
      {
        day: VISIT.day,
        branch: VISIT.branch,
        dueOn: day('2020-12-07'),
        daysLate: 1,
        isReturned: false,
        link: `${LINK}/1`,
      },
      {
        day: VISIT.day,
        branch: VISIT.branch,
        dueOn: day('2020-12-04'),
        daysLate: 4,
        isReturned: true,
        link: `${LINK}/2`,
      },
    ],
    link: LINK,
  },
  'form-returned': {
    day: VISIT.day,
    branch: VISIT.branch,
    comment: 'Mục 4: chưa có số lượt phát biểu.\nXin bổ sung <script>alert(1)</script>',
    remarks: 2,
    reviewer: 'Võ Thị Duyệt',
    wasAccepted: false,
    link: LINK,
  },
  'briefing-frozen': {
    month: month('2020-12'),
    symbol: '05-BC/BTC',
    issuedOn: day('2020-12-10'),
    figures: [
      { label: 'Buổi đã dự', value: '141 / 143' },
      { label: 'Dự họp bình quân', value: '85,7%' },
    ],
    highlights: ['Bốn chi bộ cần quan tâm.'],
    link: LINK,
    pdfLink: `${LINK}.pdf`,
    docxLink: `${LINK}.docx`,
  },
};

describe('the mails', () => {
  const renderer = new MailRenderer();
  const each = (Object.keys(MODELS) as MailTemplate[]).flatMap((name) => LOCALES.map((locale) => ({ name, locale })));

  it('are there in both languages, and no others', () => {
    expect(renderer.names.toSorted()).toEqual(each.map(({ name, locale }) => `${name}.${locale}`).toSorted());
  });

  it.each(each)('$name.$locale says the same in its title, its subject, its text and its HTML', ({ name, locale }) => {
    const { subject, html, text } = renderer.render(name, MODELS[name], LETTERHEAD, locale);
    expect(subject).not.toMatch(/[\r\n]|&\w+;|\s{2}/);
    expect(subject.length).toBeLessThan(110);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(text).toContain(LETTERHEAD.to);
    expect(text).toContain(LETTERHEAD.committee.name);
    // A branch has no page of its own.
    if (name !== 'branch-meeting-changed') expect(text).toContain(LINK);
    expect(text).toContain(locale === 'vi' ? 'dữ liệu mẫu' : 'sample');
    expect(text).not.toMatch(/&\w+;|<\/?(?:p|a|b|br|td|span|div)\b|\[object|undefined|null/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    expect(html).not.toMatch(/<script|<link|<img|url\(|\[object|undefined/);
    expect(html).not.toMatch(/class=/);
  });

  it('say nothing of a sample where there is none', () => {
    const committee = { ...LETTERHEAD.committee, isSample: false };
    const { text } = renderer.render('test-mail', MODELS['test-mail'], { ...LETTERHEAD, committee }, 'vi');
    expect(text).not.toContain('mẫu do chúng tôi');
  });

  it('list the visits of a month as rows that read well without HTML', () => {
    const { subject, text } = renderer.render('visits-published', MODELS['visits-published'], LETTERHEAD, 'vi');
    expect(subject).toBe('Lịch dự sinh hoạt chi bộ tháng 12/2020: 2 buổi');
    expect(text.replace(/\s+/g, ' ')).toContain(
      `– Thứ Năm, 03/12/2020, 19:30–21:00 · Chi bộ Khu phố 3 <Phường 2> <${LINK}>, Nhà văn hóa khu phố 3, Kết hợp; cùng dự: Lê Thị Thử, Phạm Văn Ví` +
        ` – Thứ Bảy, 05/12/2020, 19:30–21:00 · Chi bộ Khu phố 3 <Phường 2> <${LINK}>, Kết hợp; dự một mình`,
    );
    expect(text).toContain('Thông báo số 12-TB/BTC ngày 25/11/2020');
    expect(text.replace(/\s+/g, ' ')).toContain('chậm nhất là Thứ Sáu, ngày 27/11/2020');
    expect(text.replace(/\s+/g, ' ')).toContain('chậm nhất 2 ngày làm việc sau ngày họp');
    expect(text).toContain('Trần Văn Ban');
  });

  it('say of a trial whose mail it shows, and then the same as that mail', () => {
    const { specialist, address, ...model } = MODELS['visits-trial'];
    const trial = renderer.render('visits-trial', { ...model, specialist, address }, LETTERHEAD, 'vi');
    const real = renderer.render('visits-published', model, { ...LETTERHEAD, to: specialist }, 'vi');
    expect(trial.subject).toBe(`Thư thử: ${real.subject}`);
    expect(trial.text).toContain('Đây là thư thử');
    expect(trial.text.replace(/\s+/g, ' ')).toContain(`đồng chí ${specialist} (${address})`);
    const body = real.text.slice(real.text.indexOf('Kính gửi'));
    expect(trial.text).toContain(body);
  });

  it('leave out what is not known yet', () => {
    const model = { ...MODELS['visits-published'], notice: null, answerBy: null, contact: null };
    const { text } = renderer.render('visits-published', model, LETTERHEAD, 'vi');
    expect(text).not.toMatch(/Thông báo số|chậm nhất là|liên hệ/);
  });

  it('say what hits published visits to whoever was to go and to the board', () => {
    const read = (changes: Partial<MailModels['visits-touched']>) => {
      const mail = renderer.render('visits-touched', { ...MODELS['visits-touched'], ...changes }, LETTERHEAD, 'vi');
      return `${mail.subject}: ${mail.text.replace(/\s+/g, ' ')}`;
    };
    expect(read({})).toMatch(
      /trùng 1 lượt dự.*từ Thứ Năm 03\/12\/2020 đến Thứ Sáu 04\/12\/2020.*Lê Thị Nga.*ban chủ trì xử lý từng lượt/,
    );
    expect(read({ isOwn: true })).toMatch(/của đồng chí vừa được ghi nhận.*Không dự được/);
    expect(read({ isOwn: true })).not.toContain('Lê Thị Nga');
    const holiday = { cause: 'holiday', holiday: 'Nghỉ đột xuất', until: day('2020-12-03') } as const;
    expect(read(holiday)).toMatch(/Thứ Năm 03\/12\/2020 là ngày nghỉ: 1 lượt dự.*Nghỉ đột xuất/);
  });

  it('name the day on which each form was due, and how late it is', () => {
    const { subject, text } = renderer.render('form-missing', MODELS['form-missing'], LETTERHEAD, 'vi');
    expect(subject).toBe('Nhắc gửi phiếu dự sinh hoạt: 2 phiếu đã quá hạn');
    const read = text.replace(/\s+/g, ' ');
    expect(read).toContain('hạn gửi Thứ Hai 07/12/2020, chậm 1 ngày');
    expect(read).toContain('được trả lại để bổ sung, hạn gửi lại Thứ Sáu 04/12/2020, chậm 4 ngày');
  });

  it.each([
    ['declined', 'Chi bộ vẫn họp', 'Không dự Thứ Năm 03/12/2020'],
    ['not_held', 'không được tổ chức', 'Chi bộ không họp Thứ Năm 03/12/2020'],
  ] as const)('say whether the meeting takes place without its reader: %s', (why, words, title) => {
    const model = { ...MODELS['visit-cancelled'], why };
    const { subject, text } = renderer.render('visit-cancelled', model, LETTERHEAD, 'vi');
    expect(text.replace(/\s+/g, ' ')).toContain(words);
    expect(subject).toContain(title);
  });

  it('show what people wrote as text, in subjects too', () => {
    const { html, subject, text } = renderer.render('form-returned', MODELS['form-returned'], LETTERHEAD, 'vi');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(subject).toBe('Phiếu cần bổ sung: Chi bộ Khu phố 3 <Phường 2>, Thứ Năm 03/12/2020');
    expect(text).toContain('> Mục 4: chưa có số lượt phát biểu.\n> Xin bổ sung <script>alert(1)</script>');
  });

  it('say that a form had been accepted before it was opened again', () => {
    const model = { ...MODELS['form-returned'], wasAccepted: true };
    const [vi, en] = (['vi', 'en'] as const).map((locale) =>
      renderer.render('form-returned', model, LETTERHEAD, locale),
    );
    expect(vi?.text.replace(/\s+/g, ' ')).toContain('đã được chấp nhận, nay đồng chí Võ Thị Duyệt mở lại vì');
    expect(en?.text.replace(/\s+/g, ' ')).toContain('had been accepted; Võ Thị Duyệt has opened it again');
  });

  it('refuse a model that lacks a value', () => {
    const lacking = {} as MailModels['sign-in-link'];
    expect(() => renderer.render('sign-in-link', lacking, LETTERHEAD, 'vi')).toThrow(/minutes|link/);
  });

  it('do not compile with the model of another template', () => {
    // @ts-expect-error -- a cancelled visit is no sign-in link
    expect(() => renderer.render('visit-cancelled', MODELS['sign-in-link'], LETTERHEAD, 'vi')).toThrow();
  });
});
