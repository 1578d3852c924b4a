import type { Desk } from './desk-context.ts';
import { actionsFor, type Target } from './targets.ts';

/** What an element of the desk stands for. */
export function targetAt(element: Element | null): Target | null {
  const found = element?.closest<HTMLElement>('[data-person], [data-meeting], [data-nobody]');
  if (!found) return null;
  const { person, meeting } = found.dataset;
  if (person !== undefined && meeting !== undefined) return { kind: 'visit', specialistId: person, meetingId: meeting };
  if (person !== undefined) return { kind: 'person', specialistId: person };
  return meeting === undefined ? { kind: 'nobody' } : { kind: 'meeting', meetingId: meeting };
}

/** A press chooses what stands there; while something is lifted, it says where that goes. */
export function pressed({ store, view, proposals }: Desk, event: MouseEvent): void {
  const element = event.target as HTMLElement;
  const target = targetAt(element);
  if (!target) return;
  const lifted = view.lifted.value;
  if (lifted) {
    const choices = actionsFor(store.board.value, lifted, target);
    view.lifted.value = null;
    proposals.choose(choices);
    return;
  }
  // Empty cells only take the focus.
  if (element.closest('.desk-cell') && target.kind === 'person') return;
  const by = element.closest('.desk-matrix') ? 'matrix' : 'list';
  if (target.kind === 'person') view.select({ meetingId: null, specialistId: target.specialistId }, by);
  else if (target.kind === 'meeting') view.select({ meetingId: target.meetingId, specialistId: null }, by);
  else if (target.kind === 'visit') {
    view.select({ meetingId: target.meetingId, specialistId: target.specialistId }, by);
  }
  // A press by Enter leads on to what can be done there.
  if (event.detail === 0) {
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-desk-panel]')?.focus());
  }
}
