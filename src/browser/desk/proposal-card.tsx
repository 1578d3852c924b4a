import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { fetchFragment } from '../fetch-fragment.ts';
import { useDesk } from './desk-context.ts';

/**
 * What the engine proposes: the page's own card, whose forms work without modules too; here they are sent without
 * leaving the page. It is asked for again as soon as the plan is another one, because its costs and its forms are about
 * the plan of that moment.
 */
export function ProposalCard() {
  const { store, proposals, proposalCard } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const toldBefore = useRef(0);
  useLayoutEffect(() => {
    if (proposalCard) place.current?.append(proposalCard);
  }, []);
  const { planId, revision } = store.base.value;
  const told = store.told.value;
  useEffect(() => {
    const isNews = told !== toldBefore.current;
    toldBefore.current = told;
    if (first.current) {
      first.current = false;
      return;
    }
    // One's own changes bring no proposal where there was none.
    if (!isNews && !proposalCard?.firstElementChild) return;
    let isWanted = true;
    void fetchFragment(location.href, 'desk-proposal').then(({ content, status }) => {
      if (isWanted && status === 200 && proposalCard) renew(proposalCard, content);
    });
    return () => {
      isWanted = false;
    };
  }, [planId, revision, told]);
  const send = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const fields = { ...Object.fromEntries(data), change: data.getAll('change') };
    void proposals.adopt(form.id === 'discard-proposal' ? 'proposal/discard' : 'proposal', fields).then((outcome) => {
      if (outcome === 'done') form.reset();
      else form.querySelector<HTMLElement>(outcome === 'nothing' ? '[name=change]:enabled' : 'textarea')?.focus();
    });
  };
  return <div ref={place} class="desk-proposal" onSubmit={send} />;
}

/** Puts the new card in the place of the old one, with what was chosen and typed there, and the focus where it was. */
function renew(card: HTMLElement, content: DocumentFragment | null): void {
  const isOpen = card.querySelector('details')?.open ?? false;
  const boxes = () => [...card.querySelectorAll<HTMLInputElement>('[name=change]')];
  const chosen = new Set(boxes().flatMap(({ checked, value }) => (checked ? [value] : [])));
  const reason = card.querySelector('textarea')?.value ?? '';
  const focused = card.contains(document.activeElement) ? document.activeElement : null;
  card.replaceChildren(...(content ? [content] : []));
  const fold = card.querySelector('details');
  const field = card.querySelector('textarea');
  if (fold) fold.open = isOpen;
  for (const box of boxes()) box.checked = !box.disabled && chosen.has(box.value);
  if (field) field.value = reason;
  if (!focused) return;
  const same = boxes().find(({ value }) => focused instanceof HTMLInputElement && value === focused.value);
  const next = focused instanceof HTMLTextAreaElement ? field : (same ?? fold?.querySelector('summary'));
  (next ?? document.querySelector<HTMLElement>('[data-spot]'))?.focus();
}
