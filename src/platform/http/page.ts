import type { Sentence } from '../i18n/messages.ts';

/** What a page controller returns: a template and its model. */
export class Page {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly status = 200,
  ) {}
}

/**
 * What a page controller returns to a module that asked for a part of the page (`wantsFragment`): a partial and its
 * model. It neither shows nor removes the flash message; the next whole page does.
 */
export class Fragment {
  constructor(
    readonly partial: string,
    readonly model: object,
    readonly status = 200,
  ) {}
}

/** A sentence that is shown with the next page. */
export type FlashMessage = { readonly kind: 'done' | 'note' | 'warning' | 'error' } & Sentence;

/** What a page controller returns after a post: the next address, and a flash message about what was done. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly flash?: FlashMessage,
  ) {}
}
