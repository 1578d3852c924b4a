import type { Locale } from '../../kernel/actor.ts';
import type { PlanStatus } from '../plan.ts';

/** The phrases of the lines above a plan. */
export interface HeadlinePhrases {
  readonly status: Readonly<Record<PlanStatus, string>>;
  readonly verified: string;
  readonly bySearch: (gap: string | null) => string;
  readonly run: (p: { seconds: string; seed: number }) => string;
  readonly contradiction: string;
  /** Where the time was too short to leave out what is there without need. */
  readonly contradictionAtLeast: string;
  readonly noBound: string;
  readonly proven: string;
  readonly atLeast: (bound: string) => string;
  readonly planned: (p: { visits: number; meetings: number; missing: number }) => string;
}

export const HEADLINES: Readonly<Record<Locale, HeadlinePhrases>> = {
  vi: {
    status: {
      optimal: 'Phương án tốt nhất',
      feasible: 'Có phương án, chưa chắc là tốt nhất',
      infeasible: 'Không có phương án nào',
      unknown: 'Đã dừng trước khi có phương án',
    },
    verified: ', đã kiểm chứng',
    bySearch: (gap) => (gap === null ? ', theo tìm kiếm' : `, theo tìm kiếm, kiểm chứng đến mức chênh ${gap}`),
    run: ({ seconds, seed }) => `${seconds} giây · số gieo ${seed}`,
    contradiction: 'Không thể giữ tất cả những điều sau; bỏ bất kỳ một điều nào thì giữ được những điều còn lại:',
    contradictionAtLeast: 'Không thể giữ tất cả những điều sau; chưa đủ thời gian để bỏ bớt những điều không cần:',
    noBound: 'chưa biết còn tốt hơn được bao nhiêu',
    proven: 'đã chứng minh',
    atLeast: (bound) => `ít nhất ${bound}`,
    planned: ({ visits, meetings, missing }) =>
      `${visits} lượt phân công, ${meetings === 0 ? 'cuộc họp nào cũng đủ người dự' : `${meetings} cuộc họp còn thiếu ${missing} người dự`}`,
  },
  en: {
    status: {
      optimal: 'Optimal',
      feasible: 'Feasible',
      infeasible: 'No plan is possible',
      unknown: 'Stopped before there was a plan',
    },
    verified: ', verified',
    bySearch: (gap) => (gap === null ? ' by search' : ` by search, verified within ${gap}`),
    run: ({ seconds, seed }) => `${seconds} s · seed ${seed}`,
    contradiction: 'These cannot all be kept; without any one of them the others can:',
    contradictionAtLeast:
      'These cannot all be kept; the time was too short to leave out those that are there without need:',
    noBound: 'no bound',
    proven: 'proven',
    atLeast: (bound) => `at least ${bound}`,
    planned: ({ visits, meetings, missing }) =>
      `${visits === 1 ? '1 assignment' : `${visits} assignments`}, ${
        meetings === 0
          ? 'every meeting has its observers'
          : `${meetings} ${meetings === 1 ? 'meeting lacks' : 'meetings lack'} ${missing} ${missing === 1 ? 'observer' : 'observers'}`
      }`,
  },
};
