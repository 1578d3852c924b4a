export type CalendarAnswer = 'accepted' | 'declined' | 'tentative';

/** What a calendar program answers to one invitation (METHOD:REPLY, RFC 5546). It changes no visit. */
export interface CalendarReply {
  readonly uid: string;
  readonly answer: CalendarAnswer;
  /** Addresses, in lower case. */
  readonly attendee: string;
  /** Who answers for the attendee, such as a secretary; null where nobody does. */
  readonly sentBy: string | null;
  readonly comment: string;
  /** When it was made, as the program wrote it. */
  readonly stamp: string;
}

const ANSWERS: Readonly<Record<string, CalendarAnswer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};
const LONGEST_COMMENT = 500;

interface Property {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The answers in a calendar; none where it is no reply. */
export function readCalendarReplies(ics: string): CalendarReply[] {
  const properties = propertiesIn(ics);
  const method = properties.find(({ name }) => name === 'METHOD')?.value.toUpperCase();
  if (method !== 'REPLY') return [];
  const events: Property[][] = [];
  let event: Property[] | null = null;
  for (const property of properties) {
    const isEvent = property.value.toUpperCase() === 'VEVENT';
    if (property.name === 'BEGIN' && isEvent) events.push((event = []));
    else if (property.name === 'END' && isEvent) event = null;
    else event?.push(property);
  }
  return events.flatMap((each) => replyIn(each) ?? []);
}

function replyIn(event: readonly Property[]): CalendarReply | null {
  const text = (name: string) => event.find((property) => property.name === name)?.value ?? '';
  const attendee = event.find(({ name, params }) => name === 'ATTENDEE' && params.has('PARTSTAT'));
  const answer = ANSWERS[attendee?.params.get('PARTSTAT')?.toUpperCase() ?? ''];
  const uid = text('UID').trim();
  if (!attendee || !answer || uid === '') return null;
  const sentBy = attendee.params.get('SENT-BY');
  return {
    uid,
    answer,
    attendee: addressIn(attendee.value),
    sentBy: sentBy === undefined ? null : addressIn(sentBy),
    comment: unescaped(text('COMMENT')).slice(0, LONGEST_COMMENT),
    stamp: text('DTSTAMP').trim(),
  };
}

function propertiesIn(ics: string): Property[] {
  const lines = ics
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  return lines.flatMap((line) => {
    const [, name = '', params = '', value = ''] =
      /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^";:]*)(?:,(?:"[^"]*"|[^";:]*))*)*):(.*)$/.exec(line) ?? [];
    if (name === '') return [];
    const pairs = [...params.matchAll(/;([\w-]+)=("[^"]*"|[^;]*)/g)].map(
      ([, key = '', text = '']) => [key.toUpperCase(), text.replace(/^"|"$/g, '')] as const,
    );
    return [{ name: name.toUpperCase(), params: new Map(pairs), value }];
  });
}

function addressIn(text: string): string {
  return text
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}

function unescaped(text: string): string {
  return text
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
