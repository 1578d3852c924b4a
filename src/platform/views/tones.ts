/** How a state looks; each tone has a sign of its own, so that colour never speaks alone. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'plain';

/** One palette for the states of all rooms: the same word looks the same everywhere. */
const TONES: Readonly<Record<string, Tone>> = {
  // visits
  offered: 'wait',
  accepted: 'good',
  declined: 'bad',
  swapped: 'plain',
  done: 'good',
  missed: 'bad',
  cancelled: 'plain',
  // forms
  missing: 'warn',
  not_due: 'plain',
  draft: 'wait',
  submitted: 'wait',
  returned: 'warn',
  // plans and meetings
  empty: 'plain',
  solving: 'wait',
  published: 'good',
  infeasible: 'bad',
  covered: 'good',
  partial: 'warn',
  uncovered: 'bad',
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
};

/** @throws Error for a state that has no tone yet: give it one above. */
export function toneOf(state: string): Tone {
  const tone = TONES[state];
  if (!tone) throw new Error(`state ${state} has no tone`);
  return tone;
}
