import { DomainError } from '../../kernel/domain-error.ts';
import { isId } from '../../kernel/id.ts';
import type { DeskAction } from '../../modules/planning/index.ts';

/** Which ids each action names. */
const IDS: Readonly<Record<DeskAction['kind'], readonly string[]>> = {
  assign: [],
  unassign: [],
  pin: [],
  forbid: [],
  release: [],
  move: ['toMeetingId'],
  replace: ['bySpecialistId'],
  swap: ['withSpecialistId', 'withMeetingId'],
};

/** @throws DomainError input.invalid for what is no action */
export function readDeskAction(sent: unknown): DeskAction {
  const given = (typeof sent === 'object' && sent !== null ? sent : {}) as Readonly<Record<string, unknown>>;
  const { kind } = given;
  if (typeof kind !== 'string' || !Object.hasOwn(IDS, kind)) throw invalid('/action/kind');
  const names = ['specialistId', 'meetingId', ...IDS[kind as DeskAction['kind']]];
  for (const name of names) if (!isId(given[name])) throw invalid(`/action/${name}`);
  return { kind, ...Object.fromEntries(names.map((name) => [name, given[name]])) } as DeskAction;
}

function invalid(pointer: string): DomainError {
  return new DomainError('input.invalid', { count: 1 }, [{ pointer, code: 'invalid' }]);
}
