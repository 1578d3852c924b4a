import { useDesk } from './desk-context.ts';
import type { DeskAction } from '../../pages/desk/desk.view.ts';
import { anchorOf } from './proposals.ts';

/** A button that tells what its action costs while the pointer or the focus is on it. */
export function ActionButton({ label, action }: { label: string; action: DeskAction }) {
  const { proposals } = useDesk();
  const show = (event: { readonly currentTarget: HTMLElement }) =>
    proposals.look(action, anchorOf(event.currentTarget));
  return (
    <button
      type="button"
      class="btn btn-sm"
      onPointerEnter={show}
      onPointerLeave={() => proposals.lookAway()}
      onFocus={show}
      onBlur={() => proposals.lookAway()}
      onClick={() => proposals.choose([action])}
    >
      {label}
    </button>
  );
}
