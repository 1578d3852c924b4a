import type { Tones } from '../platform/views/tone.ts';

/** One palette for the states of all modules: the same word looks the same everywhere. */
export const tones: Tones = {
  // visits
  offered: 'wait',
  accepted: 'good',
  declined: 'bad',
  released: 'plain',
  swapped: 'plain',
  done: 'good',
  missed: 'bad',
  cancelled: 'plain',
  // swaps, beside words of visits and forms
  asked: 'wait',
  agreed: 'wait',
  made: 'good',
  expired: 'plain',
  rejected: 'bad',
  lapsed: 'plain',
  // forms
  missing: 'warn',
  not_due: 'plain',
  draft: 'wait',
  submitted: 'wait',
  returned: 'warn',
  withdrawn: 'plain',
  corrected: 'plain',
  // plans and meetings
  empty: 'plain',
  solving: 'wait',
  published: 'good',
  infeasible: 'bad',
  covered: 'good',
  partial: 'warn',
  uncovered: 'bad',
  over: 'plain',
  unplanned: 'plain',
  // what branches say of their meetings
  unasked: 'plain',
  unanswered: 'wait',
  confirmed: 'good',
  moved: 'good',
  wished: 'warn',
  kept: 'plain',
  outdated: 'warn',
  unreachable: 'warn',
  // imports
  checked: 'wait',
  refused: 'bad',
  committed: 'good',
  taken_back: 'plain',
  // briefings and mails
  frozen: 'good',
  queued: 'wait',
  sent: 'good',
  failed: 'bad',
  came_back: 'bad',
  replaced: 'plain',
};
