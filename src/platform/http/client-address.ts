import { isIP } from 'node:net';

interface Asker {
  readonly ip?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * The number of groups of an IPv6 address that identify a household or office; devices change the second half
 * themselves.
 */
const NETWORK_GROUPS = 4;

/**
 * The address by which clients are counted: an IPv4 address, or the network of an IPv6 address. A proxy may pass on any
 * text; one that is no address is replaced by the connection's own address.
 */
export function clientAddress({ ip, socket }: Asker): string {
  return networkOf(ip ?? '') ?? networkOf(socket.remoteAddress ?? '') ?? 'unknown';
}

function networkOf(text: string): string | null {
  const address = text.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return mapped;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** All eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const parts = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [head, tail] = [parts(before), parts(after)];
  // An address that ends in IPv4 notation has one part in place of two groups.
  const written = [...head, ...tail].reduce((count, part) => count + (part.includes('.') ? 2 : 1), 0);
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - written) }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
}
