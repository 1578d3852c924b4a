import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/plain-format.ts';
import type { Reason, Verdict } from '../verdict.ts';

const SHOWN_NAMES = 8;
const SHOWN_ISLANDS = 6;

/** A reason as part of a sentence: it begins in lower case and ends without a full stop. */
export function reasonPhrase(reason: Reason, locale: Locale): string {
  return locale === 'vi' ? vi(reason) : en(reason);
}

/** “With care: …”; the first reason of “cannot be compared” belongs to the sentence. */
export function verdictHeadline({ kind, reasons }: Verdict, locale: Locale): string {
  const [first] = reasons;
  const because = first === undefined ? '' : reasonPhrase(first, locale);
  if (locale === 'vi') {
    if (kind === 'comparable') return 'So sánh được.';
    return kind === 'with_care' ? 'So sánh được, nhưng cần thận trọng:' : `Không so sánh được, vì ${because}.`;
  }
  if (kind === 'comparable') return 'Comparable.';
  return kind === 'with_care' ? 'Comparable, with care:' : `Cannot be compared, because ${because}.`;
}

function en(reason: Reason): string {
  switch (reason.code) {
    case 'one_observer':
      return 'there is only one observer';
    case 'one_branch':
      return 'there is only one branch';
    case 'too_few_forms':
      return 'there are too few forms';
    case 'nothing_differs':
      return 'no scores differ';
    case 'nothing_shared':
      return 'no branch was rated by two observers';
    case 'islands':
      return `the observers fall into ${reason.islands.length} groups that share no branch: ${islands(reason.islands, 'en')}`;
    case 'apart':
      return `${names(reason.observers, 'en')}: no branch in common with the others`;
    case 'weak_link':
      return `${names(reason.observers, 'en')}: compared with the others only through what ${reason.observer} gave ${reason.branch}`;
    case 'always_extreme':
      return `${names(reason.observers, 'en')}: always the highest level of every criterion, so the severity is hardly known`;
    case 'few_forms':
      return `an observer has ${formatNumber('en', reason.forms, 1)} forms on average, fewer than four`;
    case 'little_difference':
      return 'most of what is seen of the differences between observers can be chance';
    case 'mostly_highest':
      return `${formatNumber('en', 100 * reason.share, 0)}% of the forms have the highest points that were given`;
    case 'without_points':
      return `${formatNumber('en', reason.forms)} forms have no points and are not compared by points`;
  }
}

function vi(reason: Reason): string {
  switch (reason.code) {
    case 'one_observer':
      return 'chỉ có một người dự';
    case 'one_branch':
      return 'chỉ có một chi bộ';
    case 'too_few_forms':
      return 'có quá ít phiếu';
    case 'nothing_differs':
      return 'mọi điểm đều như nhau';
    case 'nothing_shared':
      return 'không chi bộ nào có hai người dự chấm';
    case 'islands':
      return `người dự chia thành ${reason.islands.length} nhóm không có chi bộ chung: ${islands(reason.islands, 'vi')}`;
    case 'apart':
      return `${names(reason.observers, 'vi')}: không có chi bộ chung với những người khác`;
    case 'weak_link':
      return `${names(reason.observers, 'vi')}: chỉ so được với người khác qua điểm ${reason.observer} chấm ${reason.branch}`;
    case 'always_extreme':
      return `${names(reason.observers, 'vi')}: mọi tiêu chí luôn cho mức cao nhất, nên hầu như không biết chấm chặt hay rộng`;
    case 'few_forms':
      return `mỗi người dự trung bình có ${formatNumber('vi', reason.forms, 1)} phiếu, chưa đến bốn`;
    case 'little_difference':
      return 'phần lớn chênh lệch giữa những người dự có thể chỉ là ngẫu nhiên';
    case 'mostly_highest':
      return `${formatNumber('vi', 100 * reason.share, 0)}% số phiếu cùng ở mức điểm cao nhất đã cho`;
    case 'without_points':
      return `${formatNumber('vi', reason.forms)} phiếu không có điểm nên không được so theo điểm`;
  }
}

function names(list: readonly string[], locale: Locale): string {
  const more = list.length - SHOWN_NAMES;
  const shown = list.slice(0, SHOWN_NAMES).join(', ');
  if (more <= 0) return shown;
  return locale === 'vi' ? `${shown} và ${more} người khác` : `${shown} and ${more} more`;
}

function islands(list: readonly (readonly string[])[], locale: Locale): string {
  const shown = list
    .slice(0, SHOWN_ISLANDS)
    .map((one) => `(${names(one, locale)})`)
    .join(', ');
  return list.length > SHOWN_ISLANDS ? `${shown}, …` : shown;
}
