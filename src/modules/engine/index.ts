export { reportOf } from './application/solve-report.ts';
export { PROBLEM_BODY } from './api/engine-controller.ts';
export { throttledProgress } from './application/throttled-progress.ts';
export { REPLAY_CHARTS, replayChart, type ReplayChartName } from './infra/replay-charts.ts';
