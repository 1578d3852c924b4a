import type { Answers, Observation, Reflection, Shortcoming, Vacancy } from '../modules/evaluations/index.ts';
import type { BranchTraits, Course } from './sample-answers.ts';
import {
  GOOD_PRACTICES,
  type Noted,
  RECOMMENDATIONS,
  REFLECTIONS,
  SHORTCOMINGS,
  STRENGTHS,
  type Topic,
  VACANCY_REASONS,
} from './sample-observations.ts';
import type { Seeded } from './seeded.ts';

/** Figures that the words must not contradict. */
type Seen = Pick<
  Answers,
  | 'membersTotal'
  | 'exempted'
  | 'onSpecialDuty'
  | 'present'
  | 'absentUnexcused'
  | 'speakers'
  | 'materials'
  | 'targetsSet'
  | 'targetsMet'
> & { readonly course: Course };

type Words = Pick<
  Answers,
  'strengths' | 'goodPractices' | 'shortcomings' | 'reflections' | 'vacancies' | 'recommendations' | 'attachments'
>;

const HOW_MANY: Readonly<Record<Course, { strengths: [number, number]; shortcomings: [number, number] }>> = {
  good: { strengths: [2, 3], shortcomings: [0, 1] },
  fair: { strengths: [1, 2], shortcomings: [1, 2] },
  weak: { strengths: [1, 1], shortcomings: [2, 3] },
  poor: { strengths: [0, 1], shortcomings: [3, 4] },
};

/** What an observer of this meeting wrote down: shortcomings mostly where the branch is weak. */
export function sampleWords(branch: BranchTraits, seen: Seen, seeded: Seeded): Words {
  const { course } = seen;
  const many = HOW_MANY[course];
  const weak = branch.weakFields.map(({ code }) => code);
  const criticised = new Set<Topic | undefined>(seen.speakers * 100 > seen.present * 60 ? ['discussion'] : []);
  const choose = <T extends Noted>(texts: ByField<T>, fields: readonly string[], count: number) =>
    chosen(texts, fields, count, branch, criticised, seeded);

  const shortcomings = choose(SHORTCOMINGS, [...weak, ...weak, 'XDD'], seeded.whole(...many.shortcomings));
  for (const { topic } of shortcomings) if (topic) criticised.add(topic);
  const lacking = [
    ...seenShortcomings(seen),
    ...shortcomings.map((each): Shortcoming => ({ ...observation(each), cause: each.cause })),
  ];
  const strengths = [
    ...seenStrengths(seen),
    ...choose(STRENGTHS, [...strongFields(weak), 'XDD'], seeded.whole(...many.strengths)).map(observation),
  ].slice(0, 3);
  const isQuarter = branch.type === 'KP';
  const raisedCount = isQuarter ? seeded.pick([0, 0, 1, 1, 2]) : seeded.pick([0, 0, 0, 0, 0, 1]);
  const reflections = choose(REFLECTIONS, isQuarter ? [...weak, ...QUARTER_FIELDS] : weak, raisedCount).map(
    (each): Reflection => ({ ...observation(each), answered: each.answered, authority: each.authority }),
  );
  const wishes = RECOMMENDATIONS.filter(({ of }) => fits(of, branch));
  return {
    strengths,
    goodPractices:
      course === 'good' && seeded.chance(0.28)
        ? choose(GOOD_PRACTICES, [...strongFields(weak), 'XDD'], 1).map(observation)
        : [],
    shortcomings: lacking.slice(0, 5),
    reflections,
    vacancies: vacanciesOf(branch, seeded),
    recommendations: seeded.chance(course === 'good' ? 0.15 : 0.35) ? (seeded.some(wishes, 1)[0]?.text ?? null) : null,
    attachments: [],
  };
}

const QUARTER_FIELDS = ['MT', 'TTDT', 'DDXD', 'ANTT', 'VHXH'];

/** The fields that are not known to be weak, about which something good may be said. */
function strongFields(weak: readonly string[]): string[] {
  return Object.keys(STRENGTHS).filter((field) => !weak.includes(field));
}

type ByField<T> = Readonly<Record<string, readonly T[]>>;

function chosen<T extends Noted>(
  texts: ByField<T>,
  fields: readonly string[],
  count: number,
  branch: BranchTraits,
  silentOn: ReadonlySet<Topic | undefined>,
  seeded: Seeded,
): (T & { readonly field: string })[] {
  const fitting = fields.flatMap((field) =>
    (texts[field] ?? [])
      .filter(({ of, topic }) => fits(of, branch) && !(topic && silentOn.has(topic)))
      .map((each) => ({ ...each, field })),
  );
  const inOrder = seeded.some(fitting, fitting.length);
  return inOrder
    .filter(
      ({ text, topic }, index) =>
        inOrder.findIndex((other) => other.text === text || (topic !== undefined && other.topic === topic)) === index,
    )
    .slice(0, count)
    .map((each) => ({ ...each, text: each.text.replaceAll('{hẻm}', String(seeded.whole(6, 298))) }));
}

function observation({ text, field }: { text: string; field: string }): Observation {
  return { text, field };
}

function fits(of: string, branch: BranchTraits): boolean {
  if (of.includes('M') && branch.seats === 0) return false;
  if (of.includes('P') && (branch.probationary ?? 0) === 0) return false;
  const kinds = of.replace(/[MP]/g, '');
  return kinds === '' || kinds.includes(kindOf(branch));
}

/** The letter by which the texts name branches of this kind. */
function kindOf({ type, name }: BranchTraits): string {
  const isSchool = /trường|mầm non|mẫu giáo/i.test(name);
  return { KP: 'q', DNNN: 'e', DNTN: 'e', LLVT: 'f', SV: 's' }[type] ?? (isSchool ? 's' : 'o');
}

function entitled({ membersTotal, exempted, onSpecialDuty }: Seen): number {
  return membersTotal - exempted - onSpecialDuty;
}

/** Strengths that follow from the figures. */
function seenStrengths(seen: Seen): Observation[] {
  const said: string[] = [];
  if (seen.present === entitled(seen)) said.push('Đảng viên dự họp đầy đủ, đúng giờ.');
  if (seen.speakers * 100 > seen.present * 60) said.push('Thảo luận sôi nổi, phần lớn đảng viên có mặt đều phát biểu.');
  return said.slice(0, 1).map((text) => ({ text, field: 'XDD' }));
}

function seenShortcomings(seen: Seen): Shortcoming[] {
  const said: Shortcoming[] = [];
  const add = (text: string, cause: string | null) => said.push({ text, field: 'XDD', cause });
  if (seen.absentUnexcused > 0)
    add(`Có ${seen.absentUnexcused} đảng viên vắng không lý do, chi bộ chưa nhắc nhở tại buổi họp.`, null);
  else if (seen.present * 100 < entitled(seen) * 75)
    add('Tỷ lệ đảng viên dự họp thấp hơn yêu cầu.', 'Giờ họp trùng giờ làm của nhiều đảng viên.');
  if (seen.speakers * 100 < seen.present * 25)
    add('Rất ít đảng viên phát biểu, thảo luận chưa sâu.', 'Chủ trì trình bày dài, ít gợi mở.');
  if (seen.materials === 'none') add('Tài liệu không gửi trước, đảng viên đến họp mới nghe nội dung.', null);
  if ((seen.targetsMet ?? 0) * 100 < (seen.targetsSet ?? 0) * 60)
    add('Nhiều chỉ tiêu của tháng trước chưa đạt nhưng chưa bàn biện pháp.', 'Nghị quyết chưa phân công cụ thể.');
  return said.slice(0, 2);
}

function vacanciesOf({ vacantSeats, seats }: BranchTraits, seeded: Seeded): Vacancy[] {
  const titles = seats > 3 ? ['Phó bí thư', 'Chi ủy viên'] : ['Chi ủy viên', 'Phó bí thư'];
  return Array.from({ length: Math.min(vacantSeats, 10) }, (_, index) => ({
    seat: titles[index] ?? 'Chi ủy viên',
    reason: seeded.pick(VACANCY_REASONS),
  }));
}
