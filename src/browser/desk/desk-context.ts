import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskStore } from './desk-store.ts';
import type { DeskView } from './desk-view.ts';
import type { Proposals } from './proposals.ts';

export interface Desk {
  readonly store: DeskStore;
  readonly view: DeskView;
  readonly proposals: Proposals;
  /** Where the page has put what the engine proposes, if anything. */
  readonly proposalCard: HTMLElement | null;
  /** Where the signs are drawn: `/assets/…/icons.svg` */
  readonly icons: string;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside of the desk');
  return desk;
}
