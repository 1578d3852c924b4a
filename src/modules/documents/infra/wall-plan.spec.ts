import { readPdf } from '../../../../test/support/pdf-text.ts';
import { day } from '../../../kernel/month.ts';
import type { WallPlan } from '../domain/wall-plan.ts';
import { RenderedDocuments } from './rendered-documents.ts';

const documents = new RenderedDocuments();
afterAll(() => documents.onApplicationShutdown());

/** Rows of one to four visits a day, so that some end where a page does. */
const plan: WallPlan = {
  issuers: ['Quận ủy Quận 4', 'Ban Tổ chức'],
  title: 'Phân công dự sinh hoạt chi bộ tháng 12/2020',
  note: 'Kế hoạch đã công bố',
  date: day('2020-11-25'),
  isDraft: false,
  heads: { row: 'Người dự', total: 'Lượt' },
  days: Array.from({ length: 14 }, (_, at) => ({
    weekday: 'T3',
    number: String(at + 1),
    isOff: false,
    isEmpty: false,
  })),
  groups: [
    {
      name: 'Ban Dân vận',
      isApart: false,
      rows: Array.from({ length: 60 }, (_, row) => ({
        label: `Người ${row}.`,
        total: '9',
        cells: Array.from({ length: 14 }, (__, at) =>
          Array.from({ length: at === 0 ? 1 + (row % 4) : 0 }, () => ({ text: `X${row}`, time: '07:30' })),
        ),
      })),
    },
    {
      name: 'Khác',
      isApart: false,
      rows: [
        {
          label: 'Bùi Thị Hạnh',
          total: '1',
          cells: [[{ text: 'P.LĐTBXH', time: '08:00' }], ...Array.from({ length: 13 }, () => [])],
        },
      ],
    },
  ],
  foot: 'Dưới tên chi bộ là giờ bắt đầu.',
};

it('keeps each person’s row of the wall plan on one page with its name, and short names in one piece', async () => {
  const { pages } = await readPdf(await documents.renderWallPlan(plan));
  expect(pages.length).toBeGreaterThan(2);
  const pagesOf = (pattern: RegExp) =>
    pages.flatMap(({ texts }, page) => (texts.some(({ text }) => pattern.test(text)) ? [page] : []));
  const torn = Array.from({ length: 60 }, (_, row) => row).filter((row) => {
    const [named, visits] = [pagesOf(new RegExp(`^Người ${row}\\.$`)), pagesOf(new RegExp(`^X${row}$`))];
    return named.length !== 1 || visits.join() !== named.join();
  });
  expect(torn).toEqual([]);
  expect(pagesOf(/^P\.LĐTBXH$/)).toHaveLength(1);
});

it('sets many meetings without anybody beside their day, not below each other through pages', async () => {
  const alone = (count: number, day: string) =>
    Array.from({ length: count }, (_, at) => ({ text: `${day}${at}.`, time: '07:30' }));
  const cells = plan.days.map((_, at) => (at === 2 ? alone(64, 'Y') : at === 5 ? alone(2, 'Z') : []));
  const apart = { name: 'Chưa có hoặc thiếu người dự', isApart: true, rows: [{ label: '', total: '66', cells }] };
  const { pages } = await readPdf(await documents.renderWallPlan({ ...plan, groups: [apart] }));
  expect(pages).toHaveLength(1);
  const printed = pages[0]?.texts.map(({ text }) => text) ?? [];
  expect(printed.filter((text) => /^[YZ]\d+\.$/.test(text))).toHaveLength(66);
  // The day and its number of meetings stand beside them.
  expect(printed).toEqual(expect.arrayContaining(['64', '2']));
  const few = {
    ...apart,
    rows: [{ label: '', total: '2', cells: plan.days.map((_, at) => alone(at === 2 ? 2 : 0, 'Z')) }],
  };
  const [page] = (await readPdf(await documents.renderWallPlan({ ...plan, groups: [few] }))).pages;
  const [first, second] = page?.texts.filter(({ text }) => /^Z\d/.test(text)) ?? [];
  expect(second?.baseline).toBeGreaterThan(first?.baseline ?? Infinity);
});
