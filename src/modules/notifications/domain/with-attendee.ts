const MOST_OCTETS = 75;

/** The calendar with the attendee's address replaced; its lines are folded again at 75 octets (RFC 5545, 3.1). */
export function withAttendee(ics: string, old: string, current: string): string {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => (line.startsWith('ATTENDEE') ? folded(line.replaceAll(old, () => current)) : folded(line)))
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
