import { dayIn, timeIn } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ComingVisit, TouchedVisit } from '../../modules/visits/index.ts';
import type { TouchedLine } from './touched.view.ts';

export function touchedLine(
  { day, startsAt, branch, name, meetingId }: Pick<ComingVisit, 'day' | 'startsAt' | 'branch' | 'name' | 'meetingId'>,
  zone: string,
): TouchedLine {
  return { day, time: timeIn(zone, startsAt), branch, name, meetingHref: `/meetings/${meetingId}` };
}

export function becauseOf(touch: TouchedVisit, zone: string): Sentence {
  const { cause, name, branch, holiday, with: other, answerBy } = touch;
  switch (cause) {
    case 'absence':
      return { key: 'touched.because.absence', params: { name } };
    case 'conflict':
      return { key: 'touched.because.conflict', params: { name, branch } };
    case 'specialist':
      return { key: 'touched.because.specialist', params: { name } };
    case 'branch':
      return { key: 'touched.because.branch', params: { branch } };
    case 'holiday':
      return { key: 'touched.because.holiday', params: { holiday: holiday ?? '' } };
    case 'collision': {
      const { startsAt, branch: there } = other ?? touch;
      const at = { day: dayIn(zone, startsAt), time: timeIn(zone, startsAt) };
      return { key: 'touched.because.collision', params: { name, branch: there, ...at } };
    }
    case 'unanswered':
      return { key: 'touched.because.unanswered', params: { name, day: answerBy ?? touch.day } };
  }
}
