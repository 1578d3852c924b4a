import { formatNumber } from '../../kernel/plain-format.ts';
import { clockTime } from './clock-time.ts';
import { limitPhrase } from './limit-phrase.ts';
import type { Phrases } from './phrases.ts';

/** 1 visit, 2 visits, no visits. */
function counted(count: number, one: string): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : `${one}s`}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const en: Phrases = {
  list: (items) => items.join(', '),
  number: (value) => formatNumber('en', value),
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
    together: 'goes with whom they should go with',
  },
  unknownWay: 'way unknown, not counted',
  ineligible: {
    over: 'that meeting is over',
    leave: 'away at that hour',
    conflict_of_interest: 'has an interest in the branch',
    rotation_gap: 'saw the branch too lately',
    department_rule: 'of a department that may not send anyone',
    too_far: 'too far away',
    not_listed: 'not among those who may go',
  },
  situation: {
    elsewhere: ({ meetingIds }, names) => `at ${meetingIds.map(names.meeting).join(', ')}`,
    needs_rest: ({ meetingIds }, names) => `needs rest, being at ${meetingIds.map(names.meeting).join(', ')}`,
    limit_reached: ({ limit, meetingIds }, names) =>
      `may make ${limitPhrase('en', limit, names)}${meetingIds.length === 0 ? '' : `, and is at ${meetingIds.map(names.meeting).join(', ')}`}`,
    full: ({ load }) =>
      load === 0 ? 'makes no visits this month' : `has made all ${counted(load, 'visit')} of the month`,
    pinned_out: () => 'pinned not to go',
    department_full: ({ departmentId }, names) => `${names.department(departmentId)} has sent as many as it may`,
    same_department: ({ specialistId }, names) => `of the same department as ${names.specialist(specialistId)}`,
    kept_apart: ({ specialistId }, names) => `is kept apart from ${names.specialist(specialistId)}, who goes there`,
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
    most_observers: ({ meetingId, limit }, names) =>
      `${names.meeting(meetingId)} takes ${counted(limit, 'observer')} at most`,
    min_visits: ({ specialistId, limit }, names) =>
      `${names.specialist(specialistId)} makes at least ${counted(limit, 'visit')}`,
    max_visits: ({ specialistId, limit }, names) =>
      `${names.specialist(specialistId)} makes at most ${counted(limit, 'visit')}`,
    unavailable: ({ specialistId, from, to }, names) =>
      `${names.specialist(specialistId)} is away from ${names.time(from)} to ${names.time(to)}`,
    away_weekly: ({ specialistId, weekday, from, to }, names) =>
      `${names.specialist(specialistId)} is away every ${WEEKDAYS[weekday - 1] ?? ''} from ${clockTime(from)} to ${clockTime(to)}`,
    conflict_of_interest: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} has an interest in ${names.branch(branchId)}`,
    rotation_gap: ({ specialistId, branchId }, names) =>
      `${names.specialist(specialistId)} saw ${names.branch(branchId)} too lately`,
    max_distance: ({ limit }) => `nobody goes further than ${limit} km`,
    apart: ({ specialistIds }, names) => `${specialistIds.map(names.specialist).join(', ')} do not go together`,
    once_per_branch: () => 'each person sees each branch once a month at most',
    department_min: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} makes at least ${counted(limit, 'visit')}`,
    department_max: ({ departmentId, limit }, names) =>
      `${names.department(departmentId)} makes at most ${counted(limit, 'visit')}`,
    visit_limit: ({ kind: _, ...limit }, names) =>
      `${limit.specialistIds === null ? 'everybody' : limit.specialistIds.map(names.specialist).join(', ')} may make ${limitPhrase('en', limit, names)}`,
    days_between: ({ limit }) => `${counted(limit, 'day')} without a visit must lie between two days with visits`,
    evenings_between: ({ limit }) =>
      limit === 1
        ? 'nobody goes out on two evenings running'
        : `${counted(limit, 'evening')} without a visit must lie between two evenings with visits`,
    overnight_rest: ({ limit }) => `${counted(limit, 'minute')} must lie between the visits of two days`,
  },
  many: {
    mandatory: ({ count, total }) => `${count} mandatory meetings want ${counted(total, 'observer')}`,
    max_visits: ({ count, limit, total }) =>
      `${count} people make at most ${limit} each, ${counted(total, 'visit')} together`,
    min_visits: ({ count, limit, total }) =>
      `${count} people make at least ${limit} each, ${counted(total, 'visit')} together`,
    department_max: ({ count, limit, total }) =>
      `${count} departments may send at most ${limit} each, ${counted(total, 'visit')} together`,
    department_min: ({ count, limit, total }) =>
      `${count} departments send at least ${limit} each, ${counted(total, 'visit')} together`,
    pin: ({ count }) => `${count} pins`,
    accepted: ({ count }) => `${count} accepted visits`,
    team_lead: ({ count }) => `${count} meetings need somebody who may lead`,
    team_departments: ({ count }) => `${count} meetings want observers of different departments`,
    sending_departments: ({ count }) => `to ${count} meetings only some departments may send`,
    most_observers: ({ count, total }) => `${count} meetings take ${counted(total, 'observer')} at most`,
    unavailable: ({ count }) => `${count} absences`,
    away_weekly: ({ count }) => `${count} absences of every week`,
    conflict_of_interest: ({ count }) => `${count} interests in branches`,
    rotation_gap: ({ count }) => `${count} branches seen too lately by somebody`,
    apart: ({ count }) => `${count} groups of people who do not go together`,
  },
  cause: {
    declined: () => 'has declined',
    leave: () => 'away at that hour',
    left: () => 'is no longer there',
    cancelled: () => 'the meeting is cancelled',
    moved: () => 'the meeting has moved',
    needed_elsewhere: ({ meetingIds }, names) => `goes to ${meetingIds.map(names.meeting).join(', ')} instead`,
    minimum_of: ({ specialistIds }, names) =>
      `so that ${specialistIds.map(names.specialist).join(', ')} ${specialistIds.length === 1 ? 'makes' : 'make'} the least number of visits`,
    rearranged: () => 'another goes, to keep rules and loads',
    replaces: ({ specialistIds }, names) => `in the place of ${specialistIds.map(names.specialist).join(', ')}`,
    fills_seat: () => 'for a seat that was empty',
  },
  witness: ({ kind, from, to, wanted, mayGo, meetingIds, specialistIds, limit }, names) => {
    const time = `From ${names.time(from)} to ${names.time(to)}`;
    const meetings = counted(meetingIds.length, 'meeting');
    const want = `${meetingIds.length === 1 ? 'wants' : 'want'} ${counted(wanted, 'observer')}`;
    const people = specialistIds.length === 1 ? '1 person may go' : `${specialistIds.length} people may go`;
    switch (kind) {
      case 'hour':
        return `${time}, ${meetings} at once ${want}, and ${mayGo === 1 ? '1 person may go' : `${mayGo} people may go`}.`;
      case 'rest':
        return `${time}, ${meetings} with too little rest between them ${want}, and ${people}, each to one of them.`;
      case 'one':
        return `${time}, ${meetings}, of which each person attends one at most (at one time, too close, or of one branch), ${want}, and ${mayGo === 1 ? '1 person may go' : `${mayGo} people may go`}.`;
      case 'limit':
        return `${time}, ${meetings} ${want}, and ${people}, each ${limit === undefined ? '' : limitPhrase('en', limit, names)}: ${counted(mayGo, 'visit')} together.`;
      case 'visits':
        return `${meetings} ${want}, and the ${specialistIds.length} people who may go can make ${counted(mayGo, 'visit')} in the month.`;
    }
  },
  minima: ({ people, promised, meetings, seats }) =>
    `${people} people must make ${counted(promised, 'visit')} together, and the ${meetings} meetings open to them take ${seats}.`,
  why: {
    here: ({ person, meeting, cost, terms }) =>
      `${person} goes to ${meeting} at ${cost} points against (the fewer the better a fit): ${terms}.`,
    rank: ({ better, among }) =>
      among === 0 ? 'Nobody else may go there.' : `A better fit than ${better} of ${among} others who may go.`,
    pinned: 'This visit is pinned or accepted.',
    other: ({ person, cost, difference, situation }) =>
      `${person}: ${cost} points against (${difference}), ${situation}.`,
    goes: ({ person, meeting }) => `${person} does go to ${meeting}.`,
    ineligible: ({ person, meeting, reasons }) => `${person} may not go to ${meeting}: ${reasons}.`,
    contradicts: ({ person, meeting, facts }) => `No plan sends ${person} to ${meeting}, because: ${facts}.`,
    costsMore: ({ person, meeting, tier, difference }) =>
      `With ${person} at ${meeting}, ${tier} is worse by ${difference}.`,
    fit: (terms) => `Of the fit: ${terms}.`,
    costsNothing: ({ person, meeting }) => `${person} at ${meeting} is just as good.`,
    moves: (people) =>
      `Then ${people.length === 1 ? '1 person moves' : `${people.length} people move`}: ${people.join('; ')}.`,
    moved: ({ person, from, to }) =>
      from.length === 0
        ? `${person} also goes to ${to.join(', ')}`
        : to.length === 0
          ? `${person} gives up ${from.join(', ')}`
          : `${person}: ${from.join(', ')} → ${to.join(', ')}`,
    unknown: 'The time ran out before that was known.',
  },
  unmet: ({ meeting, present, missing }) => `${meeting} has ${counted(present, 'observer')} and lacks ${missing}.`,
  met: (meeting) => `${meeting} has as many observers as it wants.`,
  elastic: ({ visits, uncovered }) =>
    `Were mandatory meetings and minima only wished for, ${counted(visits, 'visit')} could be made; ${uncovered === 1 ? '1 meeting would lack' : `${uncovered} meetings would lack`} observers.`,
  lowered: ({ who, wanted, kept }) =>
    `${who}: at least ${counted(wanted, 'visit')} ${wanted === 1 ? 'is' : 'are'} asked for, ${kept} can be had.`,
  promised: ({ wanted, kept }) =>
    `${counted(wanted, 'visit')} ${wanted === 1 ? 'is' : 'are'} promised as minima, ${kept} can be had.`,
  leftOut: ({ count, ids }) =>
    `${counted(count, 'reference')} to what is not in the file ${count === 1 ? 'is' : 'are'} left out: ${ids}.`,
  more: (count) => `And ${count} more.`,
  candidate: ({ person, situation }) => `${person}: ${situation}.`,
  dropped: ({ person, meeting, cause }) => `${person} no longer goes to ${meeting}: ${cause}.`,
  added: ({ person, meeting, cause }) => `${person} goes to ${meeting}: ${cause}.`,
};
