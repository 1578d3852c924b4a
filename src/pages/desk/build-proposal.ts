import type { Month } from '../../kernel/month.ts';
import type { Proposal } from '../../modules/planning/index.ts';
import type { Catalogue } from '../../platform/i18n/messages.ts';
import { costLines } from './cost-lines.ts';
import type { DeskNames } from './desk-names.ts';
import type { ProposalView } from './proposal.view.ts';

export function buildProposal(
  month: Month,
  { id, draft, shareOf, madeAt, onlyWhole, isNone, isOutdated, keepsDraft, changes }: Proposal,
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
    changes: changes.map(({ added, dropped, cost, isBarred }) => ({
      meetingId: (added[0] ?? dropped[0])?.meetingId ?? '',
      lines: costLines(cost, names, shareOf, catalogue),
      isBarred,
    })),
  };
}
