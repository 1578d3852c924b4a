/** What a page controller returns: a template and its model. */
export class Page {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly status = 200,
  ) {}
}

export interface FlashMessage {
  readonly kind: 'done' | 'note' | 'warning' | 'error';
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a page controller returns after a post: where to look next, and one sentence about what was done. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly flash?: FlashMessage,
  ) {}
}
