import type { FieldErrors } from '../../platform/views/page-context.ts';

/** `pages/sign-in` */
export interface SignInPage {
  readonly email: string;
  /** An error of the whole form, such as a wrong password; one sentence that does not reveal which part was wrong. */
  readonly error: string | null;
  readonly errors: FieldErrors;
  /** Set after a link was asked for, whether or not the address has an account. */
  readonly linkSentTo: string | null;
  /** A path of this service to continue with. */
  readonly returnTo: string | null;
}

/** `pages/sign-in-link`: mail scanners follow links, so only the button signs in. */
export type SignInLinkPage =
  { readonly isValid: true; readonly name: string; readonly action: string } | { readonly isValid: false };
