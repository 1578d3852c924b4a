import type { Entries } from '../../modules/evaluations/domain/merge-drafts.ts';

/** Forms that an earlier release kept in plain text, as `giaoban.form.<account>.<visit>`. */
const PREFIX = 'giaoban.form.';

export interface OldCopy {
  readonly base: Entries;
  readonly entries: Entries;
  readonly isToSend: boolean;
}

export function oldCopyOf(account: string, visitId: string): OldCopy | null {
  try {
    const text = localStorage.getItem(`${PREFIX}${account}.${visitId}`);
    return text === null ? null : (JSON.parse(text) as OldCopy);
  } catch {
    return null;
  }
}

export function forgetOldCopy(account: string, visitId: string): void {
  localStorage.removeItem(`${PREFIX}${account}.${visitId}`);
}

/** The keys of all of them, whoever's they are. */
export function oldCopies(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}
