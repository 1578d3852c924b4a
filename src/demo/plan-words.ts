import type { Plan } from '../solver/index.ts';

export const STATUS_NAMES: Readonly<Record<Plan['status'], string>> = {
  optimal: 'tối ưu',
  feasible: 'chưa chắc tối ưu',
  infeasible: 'không có phương án',
  unknown: 'chưa xong',
};

export const TIER_NAMES: Readonly<Record<Plan['tiers'][number]['tier'], string>> = {
  coverage: 'độ phủ',
  fairness: 'công bằng',
  quality: 'chất lượng',
  stability: 'ổn định',
  linkage: 'liên kết',
};
