import type { ChartSpec, SeriesSpec } from './chart.ts';
import { drawChart } from './draw-chart.ts';

const spec: SeriesSpec = {
  kind: 'lines',
  title: 'Chi bộ còn trong hạn <&>',
  axis: 'Tháng',
  unit: '%',
  most: 100,
  categories: ['01/2020', '02/2020', '03/2020'],
  series: [
    { name: 'thực tế <&>', values: [80, 81.25, null] },
    { name: 'thử', values: [90, 92, 95] },
  ],
};

describe('a chart', () => {
  it.each(['lines', 'stacked'] as const)(
    'of %s is the same every time, and has no style that a page refuses',
    async (kind) => {
      const { drawing } = await drawChart({ ...spec, kind }, 'vi');
      expect((await drawChart({ ...spec, kind }, 'vi')).drawing.svg).toBe(drawing.svg);
      expect(drawing.svg).toMatch(/^<svg[^>]* role="img" aria-labelledby="/);
      expect(drawing.svg).not.toMatch(/<style|style=|<script|class=|NaN|zr\d/);
      expect(drawing.svg.endsWith('</svg>')).toBe(true);
    },
  );

  it('of intervals has a dot and an interval in each row, and grows with its rows', async () => {
    const rows = (count: number): ChartSpec => ({
      ...{ kind: 'intervals', title: 'Độ chặt', axis: 'người dự', unit: 'điểm' },
      categories: Array.from({ length: count }, (_, i) => `Người ${i}`),
      figures: Array.from({ length: count }, (_, i) => ({ value: i - 1.5, low: i - 3, high: i })),
      names: { value: 'độ chặt', low: 'từ', high: 'đến' },
    });
    const [few, many] = [await drawChart(rows(3), 'vi'), await drawChart(rows(9), 'vi')];
    expect(few.rows[0]).toEqual({ label: 'Người 0', values: ['-1,5\u00a0điểm', '-3\u00a0điểm', '0\u00a0điểm'] });
    const heightOf = (svg: string) => Number(/viewBox="0 0 720 (\d+)"/.exec(svg)?.[1]);
    expect(heightOf(many.drawing.svg)).toBeGreaterThan(heightOf(few.drawing.svg));
    expect(few.drawing.svg).toContain('độ chặt: Người 0 -1,5');
    expect(few.drawing.svg).not.toMatch(/<style|style=|<script|class=|NaN|zr\d/);
  });

  it('can be read without colour: dashes on lines, patterns in bars', async () => {
    expect((await drawChart(spec, 'vi')).drawing.svg).toContain('stroke-dasharray');
    expect((await drawChart({ ...spec, kind: 'stacked' }, 'vi')).drawing.svg).toContain('<pattern');
  });

  it('can be heard, and read as figures', async () => {
    const { drawing, rows, series } = await drawChart(spec, 'vi');
    expect(drawing.svg).toContain('>Chi bộ còn trong hạn &lt;&amp;&gt;</title>');
    expect(drawing.svg).toContain('thực tế &lt;&amp;&gt;: 01/2020 80%, 02/2020 81,25%; thử: 01/2020 90%');
    expect(series.map(({ name }) => name)).toEqual(['thực tế <&>', 'thử']);
    expect(rows).toEqual([
      { label: '01/2020', values: ['80%', '90%'] },
      { label: '02/2020', values: ['81,25%', '92%'] },
      { label: '03/2020', values: ['–', '95%'] },
    ]);
  });

  it('shares no id with another one on its page', async () => {
    const idsOf = async (title: string) => {
      const { drawing } = await drawChart({ ...spec, kind: 'stacked', title }, 'vi');
      return [...drawing.svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    };
    const [one, other] = [await idsOf('một'), await idsOf('hai')];
    expect(one.length).toBeGreaterThan(2);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
  });
});
