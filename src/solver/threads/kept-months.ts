import { OpenMonth } from '../explain/open-month.ts';
import { asRead } from '../read-problem.ts';
import type { DecidedMonth, WholeMonth } from './thread-messages.ts';

/** Beyond this many, the month that was not asked about for the longest time is closed. */
const MOST_MONTHS = 6;

interface Kept {
  readonly month: OpenMonth;
  readonly ground: string | null;
}

/** The months that a thread keeps open for questions. */
export class KeptMonths {
  private readonly months = new Map<string, Kept>();

  /**
   * Of months with the same ground one is open at a time, and turned from one plan to the next: each plan has its own
   * key, so that none is answered by another. Null where the month is not open and what was sent along does not open it.
   */
  async open(key: string, sent: WholeMonth | DecidedMonth | null): Promise<OpenMonth | null> {
    const known = this.months.get(key) ?? (sent && (this.turned(sent) ?? (await opened(sent))));
    if (known === null) return null;
    this.months.delete(key);
    this.months.set(key, known);
    const [oldest] = this.months.keys();
    if (this.months.size > MOST_MONTHS && oldest !== undefined) {
      this.months.get(oldest)?.month.close();
      this.months.delete(oldest);
    }
    return known.month;
  }

  private turned(sent: WholeMonth | DecidedMonth): Kept | null {
    if ('problem' in sent) return null;
    for (const [key, kept] of this.months) {
      if (kept.ground !== sent.ground) continue;
      this.months.delete(key);
      kept.month.turnTo(sent.pins, sent.plan);
      return kept;
    }
    return null;
  }
}

async function opened(sent: WholeMonth | DecidedMonth): Promise<Kept | null> {
  if (!('problem' in sent)) return null;
  const { problem, plan, isRead, ground } = sent;
  return { month: await OpenMonth.of(isRead ? asRead(problem) : problem, plan), ground };
}
