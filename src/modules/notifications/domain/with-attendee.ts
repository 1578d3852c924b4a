const MOST_OCTETS = 75;

/** A calendar whose attendee has another address; its lines are folded anew at 75 octets (RFC 5545, 3.1). */
export function withAttendee(ics: string, old: string, current: string): string {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => (line.startsWith('ATTENDEE') ? folded(line.replaceAll(old, () => current)) : folded(line)))
    .join('\r\n');
}

/** Never within a letter. */
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
