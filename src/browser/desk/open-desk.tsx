import { render } from 'preact';
import type { DeskState } from '../../pages/desk/desk.view.ts';
import { DeskContext } from './desk-context.ts';
import { DeskService } from './desk-service.ts';
import { DeskStore } from './desk-store.ts';
import { DeskView } from './desk-view.ts';
import { DeskIsland } from './desk.tsx';
import { followChanges } from './follow-changes.ts';
import { Proposals } from './proposals.ts';
import { readTexts } from './texts.ts';

/** Puts the desk in the place of the page's waiting line. */
export function openDesk(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-desk]');
  const state = page.querySelector('[data-desk-state]')?.textContent;
  if (!place || !state) return;
  readTexts(page);
  const token = page.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? '';
  const principals = Array.from(page.querySelectorAll<HTMLInputElement>('form [name=_for]'), ({ value }) => value);
  const first = JSON.parse(state) as DeskState;
  const service = new DeskService(
    place.dataset['desk'] ?? '',
    token,
    [...new Set(principals)],
    first.variant === null ? null : first.planId,
  );
  const store = new DeskStore(first, service);
  const desk = {
    store,
    view: new DeskView(store),
    proposals: new Proposals(store),
    proposalCard: page.querySelector<HTMLElement>('[data-desk-proposal]'),
    icons: place.dataset['icons'] ?? '',
  };
  place.replaceChildren();
  render(
    <DeskContext.Provider value={desk}>
      <DeskIsland />
    </DeskContext.Provider>,
    place,
  );
  performance.mark('desk-ready');
  followChanges(store);
}
