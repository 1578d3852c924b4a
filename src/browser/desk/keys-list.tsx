import type { Desk } from './desk-context.ts';
import { useDesk } from './desk-context.ts';
import { say } from './texts.ts';
import { useModal } from './use-modal.ts';

/** Keys that work wherever the focus is, except in a field or a dialog. */
export function listenToDeskKeys({ view, proposals, store }: Desk): () => void {
  const listen = (event: KeyboardEvent) => {
    const target = event.target as Element;
    if (target.closest('input, textarea, select, dialog') || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
      if (!way || !store.base.value.mayEdit) return;
      if (store.base.value[way] !== null) void proposals.step(way);
    } else if (key === '?') view.isListingKeys.value = true;
    else if (key === '/') document.querySelector<HTMLElement>('.desk-toolbar input')?.focus();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

export function KeysList() {
  const { view } = useDesk();
  const { ref, onClose } = useModal(view.isListingKeys.value, () => (view.isListingKeys.value = false));
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['←', '→', '↑', '↓'], say('desk.key.move')],
    [['Home', 'End', 'PageUp', 'PageDown'], say('desk.key.far')],
    [['Tab'], say('desk.key.tab')],
    [['Space'], say('desk.key.space')],
    [['Escape'], say('desk.key.escape')],
    [['Enter'], say('desk.key.enter')],
    [['Delete'], say('desk.key.delete')],
    [['P'], say('desk.key.pin')],
    [['Ctrl+Z', 'Ctrl+Y'], say('desk.key.undo')],
    [['/'], say('desk.key.search')],
    [['?'], say('desk.key.list')],
  ];
  return (
    <dialog ref={ref} class="keys" aria-labelledby="desk-keys-title" onClose={onClose}>
      <h2 id="desk-keys-title" tabIndex={-1}>
        {say('desk.keys')}
      </h2>
      <dl class="facts">
        {keys.map(([names, does]) => (
          <div key={does} class="desk-key">
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="btn btn-primary">{say('desk.close')}</button>
      </form>
    </dialog>
  );
}
