import type { Locale } from '../../kernel/actor.ts';
import type { DayPart, VisitLimit } from '../problem.ts';
import type { Names } from './names.ts';

const PARTS: Readonly<Record<Locale, Readonly<Record<DayPart, string>>>> = {
  vi: { morning: 'buổi sáng', afternoon: 'buổi chiều', evening: 'buổi tối' },
  en: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
};

/** “nhiều nhất 2 lượt một ngày”, “at most 2 visits a day”. */
export function limitPhrase(locale: Locale, limit: VisitLimit, names: Names): string {
  return locale === 'vi' ? inVietnamese(limit, names) : inEnglish(limit, names);
}

function inVietnamese({ most, per, days, from, to, meetingIds = [], part }: VisitLimit, names: Names): string {
  const visits = `nhiều nhất ${most} lượt`;
  const counted = part === null ? visits : `${visits} vào ${PARTS.vi[part]}`;
  switch (per) {
    case 'day':
      return part === null ? `${visits} một ngày` : `${visits} mỗi ${PARTS.vi[part]}`;
    case 'week':
      return `${counted} một tuần`;
    case 'days':
      return `${counted} trong ${days} ngày liền`;
    case 'month':
      return `${counted} trong tháng`;
    case 'interval':
      return `${counted} từ ${names.time(from ?? 0)} đến trước ${names.time(to ?? 0)}`;
    case 'meetings':
      return `${counted} trong số ${meetingIds.map(names.meeting).join(', ')}`;
  }
}

function inEnglish({ most, per, days, from, to, meetingIds = [], part }: VisitLimit, names: Names): string {
  const counted = `at most ${most} ${part === null || per === 'day' ? '' : `${PARTS.en[part]} `}${most === 1 ? 'visit' : 'visits'}`;
  switch (per) {
    case 'day':
      return `${counted} ${part === null ? 'a day' : `${part === 'morning' ? 'a' : 'an'} ${PARTS.en[part]}`}`;
    case 'week':
      return `${counted} a week`;
    case 'days':
      return `${counted} in any ${days} days running`;
    case 'month':
      return `${counted} in the month`;
    case 'interval':
      return `${counted} from ${names.time(from ?? 0)} to before ${names.time(to ?? 0)}`;
    case 'meetings':
      return `${counted} among ${meetingIds.map(names.meeting).join(', ')}`;
  }
}
