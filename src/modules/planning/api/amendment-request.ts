import { DomainError } from '../../../kernel/domain-error.ts';
import type { AmendmentResult, HowAmended } from '../application/amend-plan.ts';
import type { AmendmentChange } from '../domain/amendment.ts';
import type { AmendedReply, AmendmentRequest, ChangeRequest } from './amendments.dto.ts';

/** @throws DomainError input.invalid where a change lacks what it is about */
export function changesOf(changes: readonly ChangeRequest[]): AmendmentChange[] {
  const missing = changes.flatMap((change, i) =>
    (change.kind === 'release' ? (['visitId'] as const) : (['specialistId', 'meetingId'] as const))
      .filter((name) => change[name] === undefined)
      .map((name) => ({ pointer: `/changes/${i}/${name}`, code: 'isUuid' })),
  );
  if (missing.length > 0) throw new DomainError('input.invalid', { count: missing.length }, missing);
  return changes.flatMap(({ kind, visitId, specialistId, meetingId }): AmendmentChange[] => {
    if (kind === 'release') return visitId ? [{ kind, visitId }] : [];
    return specialistId && meetingId ? [{ kind, specialistId, meetingId }] : [];
  });
}

/** What a request says besides the changes and their reason. */
export function howAsked({ overrules, noticeNumber, hours }: AmendmentRequest): HowAmended {
  return {
    shown: overrules ?? null,
    given: noticeNumber ?? null,
    hours: hours ? new Map(hours.map(({ meetingId, startsAt }) => [meetingId, new Date(startsAt)])) : null,
  };
}

export function amendedReply({ notice, ...made }: AmendmentResult): AmendedReply {
  return { ...made, noticeId: notice?.id ?? null, noticeSymbol: notice?.symbol ?? null };
}
