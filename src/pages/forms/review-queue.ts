import { type MonthForm, type SubmissionId } from '../../modules/evaluations/index.ts';

/** Why a form deserves to be read rather than waved through. */
export type FormSign = 'self_gap' | 'drop' | 'no_cause';

type Sent = NonNullable<MonthForm['submission']>;

/** Differences from which on a total is worth a look: ten points, in hundredths. */
const NOTABLE = 1_000;

export function signsOf({ total, self, lastTotal, openCauses }: Sent): FormSign[] {
  return [
    ...(self !== null && Math.abs(total - self) >= NOTABLE ? (['self_gap'] as const) : []),
    ...(lastTotal !== null && lastTotal - total >= NOTABLE ? (['drop'] as const) : []),
    ...(openCauses > 0 ? (['no_cause'] as const) : []),
  ];
}

/** Those that wait before all others, of them those with most signs, then what has waited longest; others newest first. */
export function compareForms(a: Sent, b: Sent): number {
  const waits = (form: Sent) => form.state === 'submitted';
  if (waits(a) !== waits(b)) return waits(a) ? -1 : 1;
  if (!waits(a)) return b.receivedAt.getTime() - a.receivedAt.getTime();
  return signsOf(b).length - signsOf(a).length || a.receivedAt.getTime() - b.receivedAt.getTime();
}

/** The forms that wait, in the order of the list. */
export function reviewQueue(forms: readonly MonthForm[]): SubmissionId[] {
  return forms
    .flatMap(({ submission }) => (submission?.state === 'submitted' ? [submission] : []))
    .sort(compareForms)
    .map(({ id }) => id);
}

/** The one after this in the queue, and from its end the first again; null where no other waits. */
export function nextInQueue(queue: readonly SubmissionId[], id: SubmissionId): SubmissionId | null {
  const at = queue.indexOf(id);
  return [...queue.slice(at + 1), ...queue.slice(0, Math.max(0, at))].find((each) => each !== id) ?? null;
}
