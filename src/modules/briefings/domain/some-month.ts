import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { type Answers, ratingsOf, rubric42Hd, score } from '../../evaluations/index.ts';
import type { BriefingInput, BriefingMeeting, BriefingVisit } from './briefing-input.ts';
import { defaultBriefingPolicy } from './briefing-policy.ts';

/*
 * For specs: a month whose size and words are like a real one's. Every number comes from the place in the list, so that
 * the month is the same each time.
 */

const FIELDS = [
  ['environment', 'Môi trường'],
  ['urban_order', 'Trật tự đô thị'],
  ['security', 'An ninh trật tự'],
  ['party_building', 'Xây dựng Đảng'],
  ['propaganda', 'Tuyên giáo'],
  ['mass_mobilisation', 'Dân vận'],
  ['culture', 'Văn hóa'],
  ['economy', 'Kinh tế'],
] as const;

const DEPARTMENTS = [
  'Ban Tổ chức',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Ủy ban Kiểm tra',
  'Văn phòng',
  'Mặt trận Tổ quốc',
];

const SHORTCOMINGS = [
  ['Còn rác tại đầu hẻm, chưa có lịch trực', 'environment', 'Chưa phân công người phụ trách'],
  ['Hàng rong lấn chiếm vỉa hè giờ cao điểm', 'urban_order', 'Phối hợp với tổ dân phố chưa thường xuyên'],
  ['Đảng viên trẻ ít phát biểu', 'party_building', 'Chi ủy chưa gợi mở nội dung theo nhóm'],
  ['Tài liệu gửi sát giờ họp', 'party_building', null],
  ['Chưa tuyên truyền kịp thời nghị quyết mới', 'propaganda', 'Thiếu tài liệu tóm tắt'],
  ['Xe để chắn lối thoát hiểm', 'security', null],
] as const;

const REFLECTIONS = [
  ['Đèn chiếu sáng hẻm hỏng nhiều ngày', 'security', 'later', 'Ủy ban nhân dân phường'],
  ['Thùng rác công cộng không đủ', 'environment', 'later', 'Công ty Dịch vụ công ích'],
  ['Đề nghị thông báo sớm lịch tiếp dân', null, 'on_the_spot', null],
  ['Cống thoát nước bốc mùi', 'environment', 'later', null],
] as const;

export function someMonth(size = 60, changes: Partial<BriefingInput> = {}): BriefingInput {
  const areas = Array.from({ length: 8 }, (_, n) => ({ id: `area-${n + 1}`, name: `Phường ${n + 1}` }));
  const branches = Array.from({ length: size }, (_, n) => ({
    id: newId<'Branch'>(),
    name: n % 5 === 4 ? `Chi bộ Trường học ${n + 1}` : `Chi bộ Khu phố ${Math.floor(n / 8) + 1}`,
    areaId: `area-${(n % 8) + 1}`,
  }));
  const meetings = branches.map((branch, n): BriefingMeeting => ({
    id: newId(),
    branchId: branch.id,
    day: day(`2020-12-0${(n % 5) + 1}`),
    startsAt: '19:30',
    kind: n % 9 === 8 ? 'combined' : 'regular',
    held: true,
  }));
  const visits = meetings.slice(0, Math.ceil(size * 0.9)).map((meeting, n) => someVisit(meeting, n));
  return {
    month: month('2020-12'),
    compiledOn: day('2020-12-15'),
    labels: { issuer: 'Ban Tổ chức Quận ủy', ground: 'quận', area: 'Phường' },
    rubric: {
      source: rubric42Hd.source,
      maximum: 100,
      hasOtherMaxima: false,
      ratings: ratingsOf(rubric42Hd),
      attendanceFormula: 'entitled',
    },
    policy: defaultBriefingPolicy,
    fields: FIELDS.map(([code, name]) => ({ code, name })),
    departments: DEPARTMENTS.map((name) => ({ id: name, name })),
    areas,
    branches,
    meetings,
    visits,
    previous: null,
    ...changes,
  };
}

export function someVisit(meeting: BriefingMeeting, n: number, changes: Partial<Answers> = {}): BriefingVisit {
  const missed = n % 29 === 28;
  const without = n % 23 === 22;
  const answers = { ...formOf(meeting, n), ...changes };
  const person = (n * 7) % 24;
  return {
    id: newId(),
    meetingId: meeting.id,
    departmentId: DEPARTMENTS[person % DEPARTMENTS.length] ?? '',
    specialistId: `specialist-${person}`,
    specialistName: `Cán bộ Mẫu ${String(person + 1).padStart(2, '0')}`,
    outcome: missed ? 'missed' : 'attended',
    reason: missed ? 'Trùng lịch họp đột xuất.' : null,
    form: missed || without ? null : { submissionId: newId(), answers, score: score(rubric42Hd, answers) },
    formOpen: without,
  };
}

function formOf(meeting: BriefingMeeting, n: number): Answers {
  const members = 20 + ((n * 13) % 40);
  const exempted = n % 6;
  const entitled = members - exempted;
  const absent = (n * 5) % Math.ceil(entitled / (n % 11 === 10 ? 2 : 5));
  const present = entitled - absent;
  const unexcused = n % 13 === 12 ? Math.min(1, absent) : 0;
  const full = (n * 7) % 11 > 2;
  const degree = full ? 'full' : 'part';
  const of = <T>(items: readonly T[], every: number): T[] =>
    n % every === 0 ? [] : [items[n % items.length]].flatMap((item) => (item ? [item] : []));
  return {
    meetingKind: meeting.kind,
    date: meeting.day,
    startedAt: meeting.startsAt,
    endedAt: meeting.kind === 'combined' ? '21:30' : n % 7 === 6 ? '20:45' : '21:00',
    place: 'Văn phòng khu phố',
    standingInFor: null,
    membersTotal: members,
    membersOfficial: null,
    membersProbationary: null,
    membersTemporary: null,
    exempted,
    onSpecialDuty: 0,
    present,
    absentExcused: absent - unexcused,
    absentUnexcused: unexcused,
    longExcused: n % 10 === 9 ? 'yes' : 'no',
    secretaryAlone: 'no',
    notice: 'members_and_superior',
    materials: full ? 'a_day_before' : 'later',
    speakers: Math.floor((present * (30 + ((n * 17) % 40))) / 100),
    opinions: null,
    targetsSet: 10,
    targetsMet: (n * 5) % 13 === 7 ? 5 : (n * 3) % 7 === 2 ? 7 : 9,
    minutesUpload: 'within_two_days',
    scores: {
      prepared_content: full ? 3 : 2,
      prepared_resolution: degree,
      pre_meeting: 'with_minutes',
      steps: 5,
      regular_content: full ? 9.5 : 7,
      ...(meeting.kind === 'combined' ? { thematic_content: 4 } : {}),
      praise_criticism: degree,
      minutes_book: 'yes',
      ideology: 'yes',
      digital: full ? 'yes' : 'no',
      flexible: 'full',
      orientation: full ? 4 : 3,
      drawing_out: full ? 3 : 2,
      synthesis: 'full',
      democratic_centralism: 'full',
      self_criticism: degree,
      militancy: 'full',
      concerns: 'full',
      conclusion: 'full',
      assignments: degree,
    },
    selfScores: {},
    selfTotal: n % 5 === 0 ? null : 96 - (n % 4),
    directives:
      n % 3 === 0
        ? [
            {
              directiveId: newId<'Directive'>(),
              state: (['done', 'in_progress', 'not_done', 'done'] as const)[n % 4] ?? 'done',
              note: null,
            },
          ]
        : [],
    strengths: [
      {
        text: full ? 'Chi ủy chuẩn bị nội dung kỹ, bám sát nghị quyết tháng.' : 'Đảng viên thẳng thắn góp ý',
        field: 'party_building',
      },
    ],
    goodPractices:
      n % 6 === 1
        ? [
            {
              text:
                n % 12 === 1
                  ? 'Tổ tự quản “Hẻm sạch” thu gom rác hai lần mỗi tuần'
                  : 'Nhóm trao đổi trực tuyến gửi tài liệu trước ba ngày',
              field: 'environment',
            },
          ]
        : [],
    shortcomings: of(SHORTCOMINGS, 4).map(([text, field, cause]) => ({ text, field, cause })),
    reflections: of(REFLECTIONS, 3).map(([text, field, answered, authority]) => ({ text, field, answered, authority })),
    vacancies: n % 17 === 16 ? [{ seat: 'Phó bí thư', reason: 'Chuyển công tác' }] : [],
    recommendations: n % 14 === 13 ? 'Tổ chức tập huấn kỹ năng điều hành sinh hoạt cho bí thư chi bộ' : null,
    attachments: [],
  };
}
