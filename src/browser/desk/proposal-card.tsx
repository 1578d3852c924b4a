import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { fetchFragment } from '../fetch-fragment.ts';
import { useDesk } from './desk-context.ts';

/**
 * What the engine proposes: the page's own card, whose forms work without modules too. It is asked for again as soon as
 * the plan is another one, because its costs and its forms are about the plan of that moment.
 */
export function ProposalCard() {
  const { store, proposalCard } = useDesk();
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
    const isOpen = proposalCard?.querySelector('details')?.open ?? false;
    void fetchFragment(location.href, 'desk-proposal').then(({ content, status }) => {
      if (!isWanted || status !== 200) return;
      proposalCard?.replaceChildren(...(content ? [content] : []));
      const fold = proposalCard?.querySelector('details');
      if (fold) fold.open = isOpen;
    });
    return () => {
      isWanted = false;
    };
  }, [planId, revision, told]);
  return <div ref={place} class="desk-proposal" />;
}
