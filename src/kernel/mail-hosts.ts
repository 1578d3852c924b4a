/** Ends that are typed for .com, .vn, .net and .org, and that no host of the world has. */
const NO_ENDS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  cpm: 'com',
  cim: 'com',
  vom: 'com',
  xom: 'com',
  vm: 'vn',
  nv: 'vn',
  vnn: 'vn',
  vnm: 'vn',
  nte: 'net',
  ogr: 'org',
};

/** Who keeps mail for everybody, and the ends that their hosts may have; none where any may. */
const PROVIDERS: readonly (readonly [name: string, only: string | null])[] = [
  ['gmail', 'com'],
  ['yahoo', null],
  ['hotmail', null],
  ['outlook', null],
  ['icloud', 'com'],
];
/** Providers of their own, one letter away from another. */
const OTHERS = new Set(['mail', 'email', 'ymail', 'fmail', 'tmail', 'hmail', 'zmail']);
/** What stands behind a provider's name, also where it was mistyped. */
const PROVIDER_END = /^(?:com?|cm|vn|net|com\.vn)$/;

/** The host that was meant where the end of one cannot be; null where it can. */
export function hostWithRightEnd(host: string): string | null {
  const at = host.lastIndexOf('.') + 1;
  const end = host.slice(at);
  return Object.hasOwn(NO_ENDS, end) ? host.slice(0, at) + (NO_ENDS[end] ?? '') : null;
}

/** The host of a well-known provider that was probably meant: gmial.com, gmail.com.vn; null for any other host. */
export function likelyProvider(host: string): string | null {
  const [name = '', ...rest] = host.split('.');
  const end = rest.join('.');
  if (OTHERS.has(name) || !PROVIDER_END.test(end)) return null;
  for (const [provider, only] of PROVIDERS) {
    if (name !== provider && !isOneSlip(name, provider)) continue;
    const meant = `${provider}.${only ?? (/^(?:co|cm)$/.test(end) ? 'com' : end)}`;
    return meant === host ? null : meant;
  }
  return null;
}

/** Whether one letter was left out, doubled, hit beside or swapped with its neighbour. */
function isOneSlip(written: string, meant: string): boolean {
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at += 1;
  const [rest, other] = [written.slice(at), meant.slice(at)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}
