import { stringifySetCookie } from 'cookie';

export interface CookieNames {
  readonly session: string;
  readonly locale: string;
  readonly flash: string;
  /** The role whose pages are shown to somebody with several roles. */
  readonly role: string;
  /** For whom a deputy of several people acts, in each role. */
  readonly actsFor: string;
}

/** `__Host-` binds a cookie to this very host over https; browsers drop such a cookie on plain http. */
export function cookieNames(publicUrl: string): CookieNames {
  const prefix = isSecure(publicUrl) ? '__Host-' : '';
  return {
    session: `${prefix}giaoban`,
    locale: `${prefix}giaoban-locale`,
    flash: `${prefix}giaoban-flash`,
    role: `${prefix}giaoban-role`,
    actsFor: `${prefix}giaoban-for`,
  };
}

/** A Set-Cookie header that no script can read and that other sites' requests do not carry; null deletes the cookie. */
export function setCookie(publicUrl: string, name: string, value: string | null, maxAge: number): string {
  return stringifySetCookie({
    name,
    value: value ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(publicUrl),
    maxAge: value === null ? 0 : maxAge,
  });
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
