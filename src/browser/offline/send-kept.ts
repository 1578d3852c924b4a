import { baseAfter, type Entries, joinDrafts } from '../../modules/evaluations/domain/merge-drafts.ts';
import { type FormReply, getForm, postForm, type Received } from '../exchange-form.ts';
import { entriesOf, ownOf, tokenOf } from '../form-entries.ts';
import type { KeptForm } from './kept-forms.ts';

/** Why a form was not received though the service was reached; somebody has to open it. */
export type Trouble = 'refused' | 'differs' | 'elsewhere';

export type Outcome =
  | { readonly kind: 'received'; readonly receipt: Received }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'signed-out' | 'unreached' };

export function addressOf(visitId: string): string {
  return `/my/visits/${visitId}/form`;
}

/**
 * Sends a form as it was kept, without its page. Nothing that somebody else wrote meanwhile is sent unseen, and a form
 * that has arrived before is answered with the same receipt.
 */
export async function sendKept(kept: KeptForm, token: string): Promise<Outcome> {
  const address = addressOf(kept.visitId);
  const first = await postForm(address, { ...kept, token }, 'submit');
  const isOutdated = first.kind === 'expired' || (first.kind === 'form' && first.status === 409);
  if (!isOutdated) return outcomeOf(first);
  // The page's token belongs to an earlier session, or the service has another draft.
  const now = await getForm(address);
  if (now.kind !== 'form') return outcomeOf(now);
  const own = ownAfter(kept, now.fresh);
  if (!own) return { kind: 'trouble', trouble: 'differs' };
  const second = await postForm(address, { own, entries: kept.entries, token: tokenOf(now.fresh) }, 'submit');
  return outcomeOf(second);
}

/** The fields by which the service takes the form as following its draft; null if its writer has not seen that draft. */
function ownAfter(kept: KeptForm, fresh: HTMLFormElement): Entries | null {
  const theirs = entriesOf(fresh);
  const base = baseAfter(kept.base, kept.unanswered, theirs);
  const { differences, hasNews } = joinDrafts([{ base, entries: kept.entries }], theirs);
  return differences.length > 0 || hasNews ? null : ownOf(fresh);
}

function outcomeOf(reply: FormReply): Outcome {
  switch (reply.kind) {
    case 'received':
      return { kind: 'received', receipt: reply.receipt };
    case 'signed-out':
    case 'unreached':
      return { kind: reply.kind };
    case 'led':
      return { kind: 'trouble', trouble: 'elsewhere' };
    case 'form':
      return { kind: 'trouble', trouble: reply.status === 409 ? 'differs' : 'refused' };
    case 'expired':
    case 'refused':
      return { kind: 'trouble', trouble: 'refused' };
  }
}
