import { formatNumber } from '../../kernel/plain-format.ts';
import { clockTime } from './clock-time.ts';
import { limitPhrase } from './limit-phrase.ts';
import type { Phrases } from './phrases.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

export const vi: Phrases = {
  list: (items) => items.join(', '),
  number: (value) => formatNumber('vi', value),
  tier: {
    coverage: 'độ phủ cuộc họp',
    fairness: 'độ cân bằng lượt dự',
    quality: 'độ phù hợp người – chi bộ',
    stability: 'số thay đổi so với bản đã công bố',
    linkage: 'liên kết để so sánh điểm chấm',
  },
  term: {
    expertise: 'lĩnh vực',
    rotation: 'lần dự trước',
    travel: 'đi lại',
    familiarity: 'quen chi bộ',
    preference: 'nguyện vọng',
    together: 'cùng người nên đi cùng',
  },
  unknownWay: 'chưa biết đường đi nên không tính',
  ineligible: {
    over: 'cuộc họp đã diễn ra',
    leave: 'bận vào giờ đó',
    conflict_of_interest: 'có quan hệ với chi bộ này',
    rotation_gap: 'vừa dự chi bộ này, chưa đủ khoảng cách',
    department_rule: 'ban này không được cử người',
    too_far: 'quá xa',
    not_listed: 'không có trong danh sách được dự',
  },
  situation: {
    elsewhere: ({ meetingIds }, names) => `đang dự ${meetingIds.map(names.meeting).join(', ')}`,
    needs_rest: ({ meetingIds }, names) => `cần nghỉ, vì dự ${meetingIds.map(names.meeting).join(', ')}`,
    limit_reached: ({ limit, meetingIds }, names) =>
      `chỉ được dự ${limitPhrase('vi', limit, names)}${meetingIds.length === 0 ? '' : `, đã có ${meetingIds.map(names.meeting).join(', ')}`}`,
    full: ({ load }) => (load === 0 ? 'không dự lượt nào trong tháng' : `đã đủ ${load} lượt trong tháng`),
    pinned_out: () => 'đã chốt không cử',
    department_full: ({ departmentId }, names) => `${names.department(departmentId)} đã hết lượt cử`,
    same_department: ({ specialistId }, names) => `cùng ban với ${names.specialist(specialistId)} đang dự`,
    kept_apart: ({ specialistId }, names) => `không cử cùng ${names.specialist(specialistId)} đang dự`,
    needs_lead: () => 'chưa có người phụ trách đoàn đi cùng',
    free: () => 'rảnh, nhưng cử đi thì kém hơn ở chỗ khác',
    also_here: () => 'cũng dự cuộc họp này',
  },
  fact: {
    pin: ({ specialistId, meetingId, pin }, names) =>
      pin === 'must'
        ? `${names.specialist(specialistId)} đã chốt dự ${names.meeting(meetingId)}`
        : `${names.specialist(specialistId)} đã chốt không cử dự ${names.meeting(meetingId)}`,
    accepted: ({ specialistId, meetingId }, names) =>
      `${names.specialist(specialistId)} đã nhận dự ${names.meeting(meetingId)}`,
    mandatory: ({ meetingId }, names) => `${names.meeting(meetingId)} bắt buộc phải có người dự`,
    team_lead: ({ meetingId }, names) => `${names.meeting(meetingId)} cần ít nhất một người phụ trách đoàn`,
    team_departments: ({ meetingId }, names) => `người dự ${names.meeting(meetingId)} phải thuộc các ban khác nhau`,
    sending_departments: ({ meetingId }, names) => `chỉ một số ban được cử người đến ${names.meeting(meetingId)}`,
    most_observers: ({ meetingId, limit }, names) => `${names.meeting(meetingId)} nhận nhiều nhất ${limit} người`,
    min_visits: ({ specialistId, limit }, names) => `${names.specialist(specialistId)} phải dự ít nhất ${limit} lượt`,
    max_visits: ({ specialistId, limit }, names) => `${names.specialist(specialistId)} dự nhiều nhất ${limit} lượt`,
    unavailable: ({ specialistId, from, to }, names) =>
      `${names.specialist(specialistId)} bận từ ${names.time(from)} đến ${names.time(to)}`,
    away_weekly: ({ specialistId, weekday, from, to }, names) =>
      `${names.specialist(specialistId)} không đi được ${WEEKDAYS[weekday - 1] ?? ''} hằng tuần từ ${clockTime(from)} đến ${clockTime(to)}`,
    conflict_of_interest: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} có quan hệ với ${names.branch(branchId)}`,
    rotation_gap: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} vừa dự ${names.branch(branchId)}, chưa đủ khoảng cách`,
    max_distance: ({ limit }) => `không ai đi quá ${limit} km`,
    apart: ({ specialistIds }, names) =>
      `không cử ${specialistIds.map(names.specialist).join(', ')} dự cùng một cuộc họp`,
    once_per_branch: () => 'mỗi người dự mỗi chi bộ nhiều nhất một lần trong tháng',
    department_min: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} phải cử ít nhất ${limit} lượt`,
    department_max: ({ departmentId, limit }, names) => `${names.department(departmentId)} cử nhiều nhất ${limit} lượt`,
    visit_limit: ({ kind: _, ...limit }, names) =>
      `${limit.specialistIds === null ? 'mỗi người' : limit.specialistIds.map(names.specialist).join(', ')} dự ${limitPhrase('vi', limit, names)}`,
    days_between: ({ limit }) => `giữa hai ngày đi dự, mỗi người được nghỉ ít nhất ${limit} ngày`,
    evenings_between: ({ limit }) =>
      limit === 1
        ? 'không ai đi dự hai buổi tối liền nhau'
        : `giữa hai buổi tối đi dự, mỗi người được nghỉ ít nhất ${limit} buổi tối`,
    overnight_rest: ({ limit }) => `hai lượt dự của hai ngày khác nhau phải cách nhau ít nhất ${limit} phút`,
  },
  many: {
    mandatory: ({ count, total }) => `${count} cuộc họp bắt buộc cần ${total} lượt người dự`,
    max_visits: ({ count, limit, total }) => `${count} người dự nhiều nhất ${limit} lượt mỗi người, cộng ${total} lượt`,
    min_visits: ({ count, limit, total }) =>
      `${count} người phải dự ít nhất ${limit} lượt mỗi người, cộng ${total} lượt`,
    department_max: ({ count, limit, total }) => `${count} ban cử nhiều nhất ${limit} lượt mỗi ban, cộng ${total} lượt`,
    department_min: ({ count, limit, total }) =>
      `${count} ban phải cử ít nhất ${limit} lượt mỗi ban, cộng ${total} lượt`,
    pin: ({ count }) => `${count} lượt do cán bộ chốt cử hoặc không cử`,
    accepted: ({ count }) => `${count} lượt đã có người nhận`,
    team_lead: ({ count }) => `${count} cuộc họp cần một người chủ trì được`,
    team_departments: ({ count }) => `${count} cuộc họp cần người của các ban khác nhau`,
    sending_departments: ({ count }) => `${count} cuộc họp chỉ một số ban được cử người`,
    most_observers: ({ count, total }) => `${count} cuộc họp nhận nhiều nhất ${total} người dự`,
    unavailable: ({ count }) => `${count} khoảng nghỉ hoặc bận đã báo`,
    away_weekly: ({ count }) => `${count} khoảng giờ không đi được hằng tuần`,
    conflict_of_interest: ({ count }) => `${count} trường hợp có quan hệ với chi bộ`,
    rotation_gap: ({ count }) => `${count} trường hợp vừa dự chi bộ, chưa đủ khoảng cách`,
    apart: ({ count }) => `${count} nhóm người không cử dự cùng một cuộc họp`,
  },
  cause: {
    declined: () => 'đã từ chối',
    leave: () => 'bận vào giờ đó',
    left: () => 'không còn tham gia',
    cancelled: () => 'cuộc họp đã hủy',
    moved: () => 'cuộc họp đã dời giờ',
    needed_elsewhere: ({ meetingIds }, names) => `chuyển sang dự ${meetingIds.map(names.meeting).join(', ')}`,
    minimum_of: ({ specialistIds }, names) =>
      `để ${specialistIds.map(names.specialist).join(', ')} đủ số lượt tối thiểu`,
    rearranged: () => 'người khác đi thay để giữ đúng quy định và số lượt',
    replaces: ({ specialistIds }, names) => `thay ${specialistIds.map(names.specialist).join(', ')}`,
    fills_seat: () => 'vào chỗ còn trống',
  },
  witness: ({ kind, from, to, wanted, mayGo, meetingIds, specialistIds, limit }, names) => {
    const time = `Từ ${names.time(from)} đến ${names.time(to)}`;
    switch (kind) {
      case 'hour':
        return `${time}, ${meetingIds.length} cuộc họp trùng giờ cần ${wanted} lượt người, mà chỉ ${mayGo} người có thể đi.`;
      case 'rest':
        return `${time}, ${meetingIds.length} cuộc họp quá gần nhau cần ${wanted} lượt người, mà chỉ ${specialistIds.length} người có thể đi, mỗi người một cuộc.`;
      case 'one':
        return `${time}, ${meetingIds.length} cuộc họp mà mỗi người chỉ dự được một (trùng giờ, quá gần nhau hoặc cùng chi bộ) cần ${wanted} lượt người, mà chỉ ${mayGo} người có thể đi.`;
      case 'limit':
        return `${time}, ${meetingIds.length} cuộc họp cần ${wanted} lượt người, mà ${specialistIds.length} người có thể đi, mỗi người ${limit === undefined ? '' : limitPhrase('vi', limit, names)}, chỉ được ${mayGo} lượt.`;
      case 'visits':
        return `${meetingIds.length} cuộc họp cần ${wanted} lượt người, mà ${specialistIds.length} người có thể đi chỉ được ${mayGo} lượt trong tháng.`;
    }
  },
  minima: ({ people, promised, meetings, seats }) =>
    `${people} người phải dự cộng ${promised} lượt, mà ${meetings} cuộc họp họ có thể dự chỉ nhận ${seats} lượt người.`,
  why: {
    here: ({ person, meeting, cost, terms }) =>
      `${person} dự ${meeting}, điểm trừ ${cost} (càng thấp càng hợp): ${terms}.`,
    rank: ({ better, among }) =>
      among === 0 ? 'Không ai khác được dự cuộc họp này.' : `Hợp hơn ${better} trong ${among} người khác được dự.`,
    pinned: 'Lượt này đã chốt hoặc đã có người nhận.',
    other: ({ person, cost, difference, situation }) => `${person}: điểm trừ ${cost} (${difference}), ${situation}.`,
    goes: ({ person, meeting }) => `${person} có dự ${meeting}.`,
    ineligible: ({ person, meeting, reasons }) => `${person} không thể dự ${meeting}: ${reasons}.`,
    contradicts: ({ person, meeting, facts }) => `Không có phương án nào để ${person} dự ${meeting}, vì: ${facts}.`,
    costsMore: ({ person, meeting, tier, difference }) =>
      `Nếu buộc ${person} dự ${meeting} thì ${tier} kém đi ${difference}.`,
    fit: (terms) => `Về độ phù hợp: ${terms}.`,
    costsNothing: ({ person, meeting }) => `Cử ${person} dự ${meeting} cũng tốt như vậy.`,
    moves: (people) => `Khi đó đổi ${people.length} người: ${people.join('; ')}.`,
    moved: ({ person, from, to }) =>
      from.length === 0
        ? `${person} thêm ${to.join(', ')}`
        : to.length === 0
          ? `${person} bỏ ${from.join(', ')}`
          : `${person}: ${from.join(', ')} → ${to.join(', ')}`,
    unknown: 'Hết thời gian trước khi tính xong.',
  },
  unmet: ({ meeting, present, missing }) =>
    present === 0
      ? `${meeting} chưa có ai dự, còn thiếu ${missing} người.`
      : `${meeting} có ${present} người dự, còn thiếu ${missing} người.`,
  met: (meeting) => `${meeting} đã có đủ người dự.`,
  elastic: ({ visits, uncovered }) =>
    `Nếu các cuộc họp bắt buộc và số lượt tối thiểu chỉ là mong muốn thì phân công được ${visits} lượt; ${uncovered} cuộc họp còn thiếu người dự.`,
  lowered: ({ who, wanted, kept }) => `${who}: cần ít nhất ${wanted} lượt, chỉ có thể ${kept} lượt.`,
  promised: ({ wanted, kept }) => `Số lượt tối thiểu của mọi người cộng lại là ${wanted}, chỉ có ${kept}.`,
  leftOut: ({ count, ids }) => `Bỏ qua ${count} chỗ nhắc đến những mã không còn trong tệp: ${ids}.`,
  more: (count) => `Và ${count} người nữa.`,
  candidate: ({ person, situation }) => `${person}: ${situation}.`,
  dropped: ({ person, meeting, cause }) => `${person} thôi dự ${meeting}: ${cause}.`,
  added: ({ person, meeting, cause }) => `${person} dự ${meeting}: ${cause}.`,
};
