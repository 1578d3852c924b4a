import type { Role } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import { type Month, monthIn } from '../kernel/month.ts';
import { type Look, Navigation } from '../platform/http/navigation.ts';
import type { NavigationItem } from '../platform/views/page-context.ts';

export type NavigationKey =
  | 'plan'
  | 'people'
  | 'year'
  | 'forms'
  | 'briefing'
  | 'directory'
  | 'service'
  | 'policy'
  | 'accounts'
  | 'visits'
  | 'mails'
  | 'mailbox';

const KEYS: Record<Role, readonly NavigationKey[]> = {
  board: ['plan', 'people', 'forms', 'briefing', 'directory', 'policy'],
  specialist: ['visits'],
  leader: ['briefing', 'plan', 'people', 'year'],
  admin: ['service', 'directory', 'accounts', 'policy', 'mails'],
  branch: [],
  front: [],
};

export interface NavigationRequest {
  readonly role: Role;
  /** The month that links to pages of a month open. */
  readonly month: Month;
  readonly path: string;
  /** Whether the built-in mailbox exists and this person may read everybody's mails in it. */
  readonly hasMailbox: boolean;
  readonly waiting?: Readonly<Record<string, number | undefined>>;
}

/** The main navigation of the service. */
export class RoleNavigation extends Navigation {
  itemsFor({ role, path, now, zone, hasMailbox, waiting }: Look): readonly NavigationItem[] {
    return navigation({ role, path, hasMailbox, waiting, month: monthLookedAt(path) ?? monthIn(zone, now) });
  }
}

/** The month of the page shown, so that pages of a month link to each other. */
function monthLookedAt(path: string): Month | undefined {
  return /^\/months\/(\d{4}-(?:0[1-9]|1[0-2]))(?:\/|$)/.exec(path)?.[1] as Month | undefined;
}

/** The main navigation of one role. */
export function navigation({ role, month, path, hasMailbox, waiting = {} }: NavigationRequest): NavigationItem[] {
  // The mailbox contains everybody's mails, sign-in links included.
  const seesMailbox = hasMailbox && may({ roles: [role] }, 'mailbox.read');
  const keys = seesMailbox ? [...KEYS[role], 'mailbox' as const] : KEYS[role];
  const items = keys.map((key) => ({ key, href: hrefOf(key, month) }));
  const current = bestMatch(
    items.map((item) => item.href),
    path.split('?')[0] ?? path,
  );
  return items.map((item) => ({
    ...item,
    current: item.href === current,
    waiting: waiting[item.key] ?? 0,
    // Exists only in trials, and no work needs it.
    isAside: item.key === 'mailbox',
  }));
}

function hrefOf(key: NavigationKey, month: Month): string {
  switch (key) {
    case 'plan':
      return `/months/${month}`;
    case 'people':
    case 'forms':
    case 'briefing':
      return `/months/${month}/${key}`;
    case 'year':
      return `/years/${month.slice(0, 4)}`;
    case 'visits':
      return '/my/visits';
    case 'directory':
      return '/branches';
    case 'service':
      return '/service';
    case 'policy':
      return '/policy';
    case 'accounts':
      return '/accounts';
    case 'mails':
      return '/mails';
    case 'mailbox':
      return '/mailbox';
  }
}

/** Items for pages whose address does not begin with the item's. */
const ELSEWHERE: readonly (readonly [RegExp, RegExp])[] = [
  [/^\/my\/(absences|swaps|severity)\b/, /^\/my\/visits$/],
  // The board has no item for it, so that its bar stays one line; it comes there from the people of a month.
  [/^\/years\b/, /^\/years\/|\/people$/],
  [/^\/backtests\b/, /^\/policy$|^\/years\//],
  [/^\/rubrics\b/, /^\/policy$/],
  [/^\/calibration\b/, /\/forms$/],
  [/^\/form-templates\b/, /^\/policy$/],
  [/^\/meetings\//, /^\/months\/[^/]+$/],
  [/^\/submissions\//, /\/forms$|^\/my\/visits$/],
  [
    /^\/(specialists|departments|organisations|conflicts|fields|branch-types|absences|pairings|holidays|touched-visits|imports)\b/,
    /^\/branches$/,
  ],
];

/** The longest of these addresses that the path begins with. */
function bestMatch(hrefs: readonly string[], path: string): string | undefined {
  const elsewhere = ELSEWHERE.find(([from]) => from.test(path))?.[1];
  if (elsewhere) return hrefs.findLast((href) => elsewhere.test(href));
  return hrefs.filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0];
}
