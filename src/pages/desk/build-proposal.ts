import type { Month } from '../../kernel/month.ts';
import type { Proposal } from '../../modules/planning/index.ts';
import type { Catalogue } from '../../platform/i18n/messages.ts';
import { againstLines, costLines } from './cost-lines.ts';
import type { DeskNames } from './desk-names.ts';
import type { ProposalView } from './proposal.view.ts';

/** What was sent of it and refused, with the sentence that says why. */
interface SentProposal {
  readonly why: string;
  readonly chosen: readonly string[];
  readonly reason: string;
}

export function buildProposal(
  month: Month,
  { id, draft, shareOf, madeAt, onlyWhole, isNone, isOutdated, keepsDraft, changes }: Proposal,
  sent: SentProposal | null,
  names: DeskNames,
  catalogue: Catalogue,
): ProposalView {
  return {
    madeAt,
    onlyWhole,
    isNone,
    isOutdated,
    keepsDraft,
    revision: draft.revision,
    planId: draft.id,
    proposalId: id,
    action: `/months/${month}/desk/proposal`,
    discardAction: `/months/${month}/desk/proposal/discard`,
    wantsReason: !onlyWhole && changes.some((change) => isOverruling(change)),
    reason: sent?.reason ?? '',
    error: sent?.why ?? null,
    changes: changes.map((change) => {
      const { added, dropped, cost, isBarred } = change;
      const meetingId = (added[0] ?? dropped[0])?.meetingId ?? '';
      return {
        meetingId,
        lines: costLines(cost, names, shareOf, catalogue),
        isBarred,
        wantsReason: isOverruling(change),
        // What contradicts a decision may break no rule.
        against: isBarred && cost.can !== 'no' ? [] : againstLines(cost.faults, names, catalogue),
        isChosen: sent?.chosen.includes(meetingId) ?? false,
      };
    }),
  };
}

/** It breaks a rule that the board may overrule. */
function isOverruling({ cost, isBarred }: Proposal['changes'][number]): boolean {
  return !isBarred && cost.can === 'with_reason';
}
