import { OpenMonth } from '../explain/open-month.ts';
import type { SolvedMonth } from './thread-messages.ts';

/** Beyond this many, the month that was not asked about for the longest time is closed. */
const MOST_MONTHS = 6;

/** The months that a thread keeps open for questions. */
export class KeptMonths {
  private readonly months = new Map<string, OpenMonth>();

  /** Null where the month is not open and was not sent along. */
  async open(key: string, month: SolvedMonth | null): Promise<OpenMonth | null> {
    const known = this.months.get(key) ?? (month === null ? null : await OpenMonth.of(month.problem, month.plan));
    if (known === null) return null;
    this.months.delete(key);
    this.months.set(key, known);
    const [oldest] = this.months.keys();
    if (this.months.size > MOST_MONTHS && oldest !== undefined) {
      this.months.get(oldest)?.close();
      this.months.delete(oldest);
    }
    return known;
  }
}
