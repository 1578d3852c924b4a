import type { Role } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';

export interface NavigationItem {
  /** The message `nav.<key>` names it. */
  readonly key: NavigationKey;
  readonly href: string;
  readonly current: boolean;
  /** How much waits there for this person; 0 shows nothing. */
  readonly waiting: number;
}

export type NavigationKey = 'plan' | 'people' | 'forms' | 'briefing' | 'directory' | 'visits' | 'mailbox';

const KEYS: Record<Role, readonly NavigationKey[]> = {
  board: ['plan', 'people', 'forms', 'briefing', 'directory'],
  specialist: ['visits'],
  leader: ['briefing', 'plan', 'people'],
  admin: ['directory'],
  branch: [],
  front: [],
};

export interface NavigationRequest {
  readonly role: Role;
  /** The month that the month's pages open. */
  readonly month: Month;
  readonly path: string;
  /** The built-in mailbox is there, and this person may read everybody's letters in it. */
  readonly hasMailbox: boolean;
  readonly waiting?: Partial<Record<NavigationKey, number>>;
}

/** The main navigation of one role. */
export function navigation({ role, month, path, hasMailbox, waiting = {} }: NavigationRequest): NavigationItem[] {
  // Everybody's letters lie in it, sign-in links among them.
  const seesMailbox = hasMailbox && (role === 'board' || role === 'admin');
  const keys = seesMailbox ? [...KEYS[role], 'mailbox' as const] : KEYS[role];
  const items = keys.map((key) => ({ key, href: hrefOf(key, month) }));
  const current = bestMatch(
    items.map((item) => item.href),
    path.split('?')[0] ?? path,
  );
  return items.map((item) => ({ ...item, current: item.href === current, waiting: waiting[item.key] ?? 0 }));
}

function hrefOf(key: NavigationKey, month: Month): string {
  switch (key) {
    case 'plan':
      return `/months/${month}`;
    case 'people':
    case 'forms':
    case 'briefing':
      return `/months/${month}/${key}`;
    case 'visits':
      return '/my/visits';
    case 'directory':
      return '/branches';
    case 'mailbox':
      return '/mailbox';
  }
}

/** Where a page belongs whose address lies outside its item's. */
const ELSEWHERE: readonly (readonly [RegExp, RegExp])[] = [
  [/^\/meetings\//, /^\/months\/[^/]+$/],
  [/^\/submissions\//, /\/forms$|^\/my\/visits$/],
  [/^\/(specialists|absences|imports)\b/, /^\/branches$/],
];

/** The longest address that the path lies under. */
function bestMatch(hrefs: readonly string[], path: string): string | undefined {
  const elsewhere = ELSEWHERE.find(([from]) => from.test(path))?.[1];
  if (elsewhere) return hrefs.find((href) => elsewhere.test(href));
  return hrefs.filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0];
}
