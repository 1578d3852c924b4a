import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/service`: what the service needs, for administrators. */
export interface ServicePage {
  readonly lines: readonly ServiceLine[];
  readonly schedules: readonly { readonly name: string; readonly last: Date | null; readonly next: Date }[];
  readonly versions: readonly { readonly key: 'service' | 'node' | 'postgres'; readonly value: string }[];
  /** When it was checked; nothing is stored. */
  readonly at: Date;
}

/** One thing that was checked. */
export interface ServiceLine {
  readonly key:
    'address' | 'mail' | 'last_mail' | 'stuck' | 'jobs' | 'schema' | 'holidays' | 'backup' | 'storage' | 'disk';
  readonly kind: 'done' | 'note' | 'warning';
  readonly sentence: Sentence;
  /** What to do about it; null where nothing has to be done. */
  readonly todo: Sentence | null;
  readonly href: string | null;
}
