import { useEffect, useRef } from 'preact/hooks';
import { sourceWords } from './banner.tsx';
import { useDesk } from './desk-context.ts';
import { dragWithin } from './drag.ts';

/** What the pointer has in hand, beside it. */
export function Dragging() {
  const desk = useDesk();
  const { store, view } = desk;
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const board = mark.current?.parentElement;
    return board ? dragWithin(board, desk) : undefined;
  }, []);
  const dragged = view.dragged.value;
  return (
    <div
      ref={mark}
      class="desk-dragged"
      aria-hidden="true"
      hidden={!dragged}
      style={{ transform: `translate(${dragged?.x ?? 0}px, ${dragged?.y ?? 0}px)` }}
    >
      {dragged && sourceWords(store.board.value, dragged.source)}
    </div>
  );
}
