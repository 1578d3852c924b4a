import { useDesk } from './desk-context.ts';
import type { DeskAction } from '../../pages/desk/desk.view.ts';
import { anchorOf } from './proposals.ts';

interface Props {
  readonly label: string;
  /** What a screen reader says, where several buttons have the same label. */
  readonly spoken?: string;
  readonly action: DeskAction;
}

/** A button that tells what its action costs while the pointer or the focus is on it. */
export function ActionButton({ label, spoken, action }: Props) {
  const { proposals } = useDesk();
  const show = (event: { readonly currentTarget: HTMLElement }) =>
    proposals.look(action, anchorOf(event.currentTarget));
  return (
    <button
      type="button"
      class="btn btn-sm"
      aria-label={spoken}
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
