import type { Phrases } from './phrases.ts';

export const en: Phrases = {
  list: (items) => items.join(', '),
  number: (value) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value),
  tier: {
    coverage: 'coverage',
    fairness: 'fairness of loads',
    quality: 'fit of people and branches',
    stability: 'number of changes against the published plan',
    linkage: 'linkage for comparing scores',
  },
  term: {
    expertise: 'field',
    rotation: 'last visit',
    travel: 'travel',
    familiarity: 'knows the branch',
    preference: 'preference',
  },
  ineligible: {
    leave: 'away at that hour',
    conflict_of_interest: 'has an interest in the branch',
    rotation_gap: 'saw the branch too lately',
    department_rule: 'of a department that may not send anyone',
    too_far: 'too far away',
    not_listed: 'not among those who may go',
  },
  situation: {
    elsewhere: ({ meetingIds }, names) => `at ${meetingIds.map(names.meeting).join(', ')}`,
    full: ({ load }) => `has made all ${load} visits of the month`,
    pinned_out: () => 'pinned not to go',
    department_full: ({ departmentId }, names) => `${names.department(departmentId)} has sent as many as it may`,
    same_department: ({ specialistId }, names) => `of the same department as ${names.specialist(specialistId)}`,
    needs_lead: () => 'nobody who may lead goes along',
    free: () => 'free, but worth more elsewhere',
    also_here: () => 'goes there too',
  },
  fact: {
    pin: ({ specialistId, meetingId, pin }, names) =>
      pin === 'must'
        ? `${names.specialist(specialistId)} is pinned to ${names.meeting(meetingId)}`
        : `${names.specialist(specialistId)} is pinned away from ${names.meeting(meetingId)}`,
    accepted: ({ specialistId, meetingId }, names) =>
      `${names.specialist(specialistId)} has accepted ${names.meeting(meetingId)}`,
    mandatory: ({ meetingId }, names) => `${names.meeting(meetingId)} must have its observers`,
    team_lead: ({ meetingId }, names) => `${names.meeting(meetingId)} needs somebody who may lead`,
    team_departments: ({ meetingId }, names) =>
      `observers of ${names.meeting(meetingId)} must be of different departments`,
    sending_departments: ({ meetingId }, names) => `only some departments may send to ${names.meeting(meetingId)}`,
    most_observers: ({ meetingId, limit }, names) => `${names.meeting(meetingId)} takes ${limit} observers at most`,
    min_visits: ({ specialistId, limit }, names) => `${names.specialist(specialistId)} makes at least ${limit} visits`,
    max_visits: ({ specialistId, limit }, names) => `${names.specialist(specialistId)} makes at most ${limit} visits`,
    unavailable: ({ specialistId, from, to }, names) =>
      `${names.specialist(specialistId)} is away from ${names.time(from)} to ${names.time(to)}`,
    conflict_of_interest: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} has an interest in ${names.branch(branchId)}`,
    rotation_gap: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} saw ${names.branch(branchId)} too lately`,
    max_distance: ({ limit }) => `nobody goes further than ${limit} km`,
    once_per_branch: () => 'each person sees each branch once a month at most',
    department_min: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} makes at least ${limit} visits`,
    department_max: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} makes at most ${limit} visits`,
  },
  cause: {
    declined: () => 'has declined',
    leave: () => 'away at that hour',
    left: () => 'is no longer there',
    cancelled: () => 'the meeting is cancelled',
    moved: () => 'the meeting has moved',
    needed_elsewhere: ({ meetingIds }, names) => `goes to ${meetingIds.map(names.meeting).join(', ')} instead`,
    rearranged: () => 'another goes, to keep rules and loads',
    replaces: ({ specialistIds }, names) => `in the place of ${specialistIds.map(names.specialist).join(', ')}`,
    fills_seat: () => 'for a seat that was empty',
  },
  witness: ({ kind, from, to, wanted, mayGo, meetingIds, specialistIds }, names) =>
    kind === 'hour'
      ? `From ${names.time(from)} to ${names.time(to)}, ${meetingIds.length} meetings at once want ${wanted} observers, and ${mayGo} people may go.`
      : `${meetingIds.length} meetings want ${wanted} observers, and the ${specialistIds.length} people who may go can make ${mayGo} visits in the month.`,
  why: {
    here: ({ person, meeting, cost, terms }) => `${person} goes to ${meeting} at a cost of ${cost}: ${terms}.`,
    pinned: 'This visit is pinned or accepted.',
    other: ({ person, cost, difference, situation }) => `${person}: cost ${cost} (${difference}), ${situation}.`,
    goes: ({ person, meeting }) => `${person} does go to ${meeting}.`,
    ineligible: ({ person, meeting, reasons }) => `${person} may not go to ${meeting}: ${reasons}.`,
    contradicts: ({ person, meeting, facts }) => `No plan sends ${person} to ${meeting}, because: ${facts}.`,
    costsMore: ({ person, meeting, tier, difference }) =>
      `With ${person} at ${meeting}, ${tier} is worse by ${difference}.`,
    costsNothing: ({ person, meeting }) => `${person} at ${meeting} is just as good.`,
    moves: ({ added, dropped }) => `New then: ${added}; gone: ${dropped}.`,
    unknown: 'The time ran out before that was known.',
  },
  pair: ({ person, meeting }) => `${person} → ${meeting}`,
  nothing: 'nothing',
  unmet: ({ meeting, present, missing }) => `${meeting} has ${present} observers and lacks ${missing}.`,
  met: (meeting) => `${meeting} has as many observers as it wants.`,
  elastic: ({ visits, uncovered }) =>
    `Were mandatory meetings and minima only wished for, ${visits} visits could be made; ${uncovered === 1 ? '1 meeting would lack' : `${uncovered} meetings would lack`} observers.`,
  lowered: ({ who, wanted, kept }) => `${who}: at least ${wanted} visits are asked for, ${kept} can be had.`,
  candidate: ({ person, situation }) => `${person}: ${situation}.`,
  dropped: ({ person, meeting, cause }) => `${person} goes no more to ${meeting}: ${cause}.`,
  added: ({ person, meeting, cause }) => `${person} goes to ${meeting}: ${cause}.`,
};
