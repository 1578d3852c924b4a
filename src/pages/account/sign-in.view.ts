import type { FieldErrors } from '../../platform/views/page-context.ts';

/** `pages/sign-in` */
export interface SignInPage {
  readonly email: string;
  /** The whole form's error, such as a wrong password; one sentence that does not tell which part was wrong. */
  readonly error: string | null;
  readonly errors: FieldErrors;
  /** Set after a link was asked for, whether or not the address has an account. */
  readonly linkSentTo: string | null;
  /** An address of ours to go on to. */
  readonly returnTo: string | null;
}

/** `pages/sign-in-link`: scanners follow links, so only the button signs in. */
export type SignInLinkPage =
  { readonly isValid: true; readonly name: string; readonly action: string } | { readonly isValid: false };
