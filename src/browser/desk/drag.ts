import type { Desk } from './desk-context.ts';
import { targetAt } from './presses.ts';
import { actionsFor, type Source } from './targets.ts';

/** A press that moves less is a click. */
const LEAST = 5;
/** So near to an edge the list or the matrix begins to scroll. */
const NEAR = 40;
const SPEED = 12;

interface Press {
  readonly pointerId: number;
  readonly source: Source;
  readonly x: number;
  readonly y: number;
}

/**
 * Dragging by mouse, pen and finger. The pointer belongs to the board meanwhile, because the element under it may be
 * drawn anew when a colleague changes something. Fingers drag only in the matrix: in the list they scroll.
 */
export function dragWithin(board: HTMLElement, desk: Desk): () => void {
  const { view, store, proposals } = desk;
  const ends = new AbortController();
  const { signal } = ends;
  let press: Press | null = null;
  let frame = 0;

  const end = () => {
    press = null;
    cancelAnimationFrame(frame);
    view.dragged.value = null;
    proposals.lookAway();
  };
  const actionAt = (source: Source, x: number, y: number) => {
    const target = targetAt(document.elementFromPoint(x, y));
    return target ? actionsFor(store.board.value, source, target)[0] : undefined;
  };
  const look = (source: Source, x: number, y: number) => {
    const action = actionAt(source, x, y);
    if (action) proposals.look(action, { x: x + 14, y: y + 34 });
    else proposals.lookAway();
  };

  board.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isPrimary || event.button !== 0 || !store.board.value.state.mayEdit) return;
      const element = (event.target as Element).closest<HTMLElement>('[data-lift]');
      if (!element || (event.pointerType === 'touch' && !element.closest('.desk-matrix'))) return;
      const { person, meeting = '' } = element.dataset;
      const source: Source =
        person === undefined
          ? { kind: 'meeting', meetingId: meeting }
          : { kind: 'visit', specialistId: person, meetingId: meeting };
      press = { pointerId: event.pointerId, source, x: event.clientX, y: event.clientY };
      // Before the drag begins a click must still reach the chip, but a finger's element may vanish at once.
      if (event.pointerType === 'touch') board.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  board.addEventListener(
    'pointermove',
    ({ pointerId, clientX: x, clientY: y }) => {
      if (press?.pointerId !== pointerId) return;
      const { source } = press;
      if (!view.dragged.value) {
        if (Math.hypot(x - press.x, y - press.y) < LEAST) return;
        board.setPointerCapture(pointerId);
        view.lifted.value = null;
        proposals.lookAway();
      }
      view.dragged.value = { source, x, y };
      look(source, x, y);
      cancelAnimationFrame(frame);
      const scroll = () => {
        if (!press || !scrollNear(x, y)) return;
        look(source, x, y);
        frame = requestAnimationFrame(scroll);
      };
      frame = requestAnimationFrame(scroll);
    },
    { signal },
  );
  board.addEventListener(
    'pointerup',
    ({ pointerId, pointerType, clientX: x, clientY: y }) => {
      if (press?.pointerId !== pointerId) return;
      const { source } = press;
      if (view.dragged.value) {
        const action = actionAt(source, x, y);
        if (action) proposals.choose([action]);
        end();
      } else {
        press = null;
        // The pointer was the board's, so the chip hears of no click.
        if (pointerType === 'touch') document.elementFromPoint(x, y)?.dispatchEvent(clickLike());
      }
    },
    { signal },
  );
  board.addEventListener('pointercancel', end, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && view.dragged.value) end();
    },
    { signal },
  );
  return () => ends.abort();
}

/** A click by a finger; `detail` tells it from one by the keyboard. */
function clickLike(): MouseEvent {
  return new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
}

/** Scrolls what the pointer is at the edge of. @returns whether anything did. */
function scrollNear(x: number, y: number): boolean {
  const box = document.elementFromPoint(x, y)?.closest('.desk-matrix, .desk-list-box');
  if (!box) return false;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const step = (from: number, to: number) => (from < NEAR ? -SPEED : to < NEAR ? SPEED : 0);
  const [dx, dy] = [step(x - left, right - x), step(y - top, bottom - y)];
  const before = [box.scrollLeft, box.scrollTop];
  box.scrollBy(dx, dy);
  return before[0] !== box.scrollLeft || before[1] !== box.scrollTop;
}
