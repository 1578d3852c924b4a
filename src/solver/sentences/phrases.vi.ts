import type { Phrases } from './phrases.ts';

export const vi: Phrases = {
  list: (items) => items.join(', '),
  number: (value) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value),
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
  },
  ineligible: {
    leave: 'nghỉ hoặc bận vào giờ đó',
    conflict_of_interest: 'có quan hệ với chi bộ này',
    rotation_gap: 'vừa dự chi bộ này, chưa đủ khoảng cách',
    department_rule: 'ban này không được cử người',
    too_far: 'quá xa',
    not_listed: 'không có trong danh sách được dự',
  },
  situation: {
    elsewhere: ({ meetingIds }, names) => `đang dự ${meetingIds.map(names.meeting).join(', ')}`,
    full: ({ load }) => `đã đủ ${load} lượt trong tháng`,
    pinned_out: () => 'bị ghim không dự',
    department_full: ({ departmentId }, names) => `${names.department(departmentId)} đã hết lượt cử`,
    same_department: ({ specialistId }, names) => `cùng ban với ${names.specialist(specialistId)} đang dự`,
    needs_lead: () => 'chưa có người phụ trách đoàn đi cùng',
    free: () => 'rảnh, nhưng cử đi thì kém hơn ở chỗ khác',
    also_here: () => 'cũng dự cuộc họp này',
  },
  fact: {
    pin: ({ specialistId, meetingId, pin }, names) =>
      pin === 'must'
        ? `${names.specialist(specialistId)} được ghim dự ${names.meeting(meetingId)}`
        : `${names.specialist(specialistId)} bị ghim không dự ${names.meeting(meetingId)}`,
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
      `${names.specialist(specialistId)} nghỉ từ ${names.time(from)} đến ${names.time(to)}`,
    conflict_of_interest: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} có quan hệ với ${names.branch(branchId)}`,
    rotation_gap: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} vừa dự ${names.branch(branchId)}, chưa đủ khoảng cách`,
    max_distance: ({ limit }) => `không ai đi quá ${limit} km`,
    once_per_branch: () => 'mỗi người dự mỗi chi bộ nhiều nhất một lần trong tháng',
    department_min: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} phải cử ít nhất ${limit} lượt`,
    department_max: ({ departmentId, limit }, names) => `${names.department(departmentId)} cử nhiều nhất ${limit} lượt`,
  },
  cause: {
    declined: () => 'đã từ chối',
    leave: () => 'nghỉ vào giờ đó',
    left: () => 'không còn tham gia',
    cancelled: () => 'cuộc họp đã hủy',
    moved: () => 'cuộc họp đã dời giờ',
    needed_elsewhere: ({ meetingIds }, names) => `chuyển sang dự ${meetingIds.map(names.meeting).join(', ')}`,
    rearranged: () => 'người khác đi thay để giữ đúng quy định và số lượt',
    replaces: ({ specialistIds }, names) => `thay ${specialistIds.map(names.specialist).join(', ')}`,
    fills_seat: () => 'vào chỗ còn trống',
  },
  witness: ({ kind, from, to, wanted, mayGo, meetingIds, specialistIds }, names) =>
    kind === 'hour'
      ? `Từ ${names.time(from)} đến ${names.time(to)}, ${meetingIds.length} cuộc họp trùng giờ cần ${wanted} lượt người, mà chỉ ${mayGo} người có thể đi.`
      : `${meetingIds.length} cuộc họp cần ${wanted} lượt người, mà ${specialistIds.length} người có thể đi chỉ được ${mayGo} lượt trong tháng.`,
  why: {
    here: ({ person, meeting, cost, terms }) => `${person} dự ${meeting} với giá ${cost}: ${terms}.`,
    pinned: 'Lượt này đã được ghim hoặc đã nhận.',
    other: ({ person, cost, difference, situation }) => `${person}: giá ${cost} (${difference}), ${situation}.`,
    goes: ({ person, meeting }) => `${person} có dự ${meeting}.`,
    ineligible: ({ person, meeting, reasons }) => `${person} không thể dự ${meeting}: ${reasons}.`,
    contradicts: ({ person, meeting, facts }) => `Không có phương án nào để ${person} dự ${meeting}, vì: ${facts}.`,
    costsMore: ({ person, meeting, tier, difference }) =>
      `Nếu buộc ${person} dự ${meeting} thì ${tier} kém đi ${difference}.`,
    costsNothing: ({ person, meeting }) => `Cử ${person} dự ${meeting} cũng tốt như vậy.`,
    moves: ({ added, dropped }) => `Khi đó thêm ${added}; bỏ ${dropped}.`,
    unknown: 'Hết thời gian trước khi tính xong.',
  },
  pair: ({ person, meeting }) => `${person} → ${meeting}`,
  nothing: 'không có',
  unmet: ({ meeting, present, missing }) => `${meeting} có ${present} người dự, còn thiếu ${missing}.`,
  met: (meeting) => `${meeting} đã có đủ người dự.`,
  elastic: ({ visits, uncovered }) =>
    `Nếu các cuộc họp bắt buộc và số lượt tối thiểu chỉ là mong muốn thì phân công được ${visits} lượt; ${uncovered} cuộc họp còn thiếu người dự.`,
  lowered: ({ who, wanted, kept }) => `${who}: cần ít nhất ${wanted} lượt, chỉ có thể ${kept} lượt.`,
  candidate: ({ person, situation }) => `${person}: ${situation}.`,
  dropped: ({ person, meeting, cause }) => `${person} thôi dự ${meeting}: ${cause}.`,
  added: ({ person, meeting, cause }) => `${person} dự ${meeting}: ${cause}.`,
};
