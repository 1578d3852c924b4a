import { generateHistory } from '../../../test/generate/history.ts';
import { backtest } from '../../solver/index.ts';
import { REPLAY_CHARTS, replayChart } from './infra/replay-charts.ts';

describe('the charts of replays', () => {
  it('have a line for each replay, by the name that its readers know', async () => {
    const { months } = generateHistory({ seed: 4, specialists: 8, meetings: 30, departments: 3 }, 2);
    const replays = await backtest({ months }, [
      { name: 'first <&>', policy: null },
      { name: 'second', policy: null },
    ]);
    for (const name of REPLAY_CHARTS) {
      const { drawing, rows, series } = await replayChart(replays, name, 'en', (replay) => replay.toUpperCase());
      expect(series.map((one) => one.name)).toEqual(['FIRST <&>', 'SECOND']);
      expect(rows).toHaveLength(2);
      expect(drawing.svg).toContain('FIRST &lt;&amp;&gt;');
    }
  });

  it('write a month as pages do, and any other name as it is', async () => {
    const { months } = generateHistory({ seed: 4, specialists: 8, meetings: 30, departments: 3 }, 2);
    const [replay] = await backtest({ months }, [{ name: 'first', policy: null }]);
    if (!replay) throw new Error('nothing was replayed');
    const named = (name: string) => ({ ...replay, months: replay.months.map((month) => ({ ...month, name })) });
    const firstRow = async (name: string) => (await replayChart([named(name)], 'cycle', 'vi')).rows[0]?.label;
    expect([await firstRow('2020-06'), await firstRow('spring')]).toEqual(['06/2020', 'spring']);
  });
});
