const MOST_OCTETS = 75;
/** An attendee has to have an address (RFC 5545); nobody can ever have one that ends like this (RFC 2606). */
const NO_ADDRESS = 'nobody@address.invalid';

/** What stands for an attendee without an address, in a file that is not sent before there is one. */
export function addressOr(address: string): string {
  return address === '' ? NO_ADDRESS : address;
}

/** The calendar with the attendee's address replaced; its lines are folded again at 75 octets (RFC 5545, 3.1). */
export function withAttendee(ics: string, old: string, current: string): string {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) =>
      line.startsWith('ATTENDEE') ? folded(line.replaceAll(addressOr(old), () => current)) : folded(line),
    )
    .join('\r\n');
}

/** Never splits a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
