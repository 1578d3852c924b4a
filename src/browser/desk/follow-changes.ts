import type { DeskStore } from './desk-store.ts';

/**
 * Takes over what others change, as soon as they do. A hidden page closes its connection, because browsers allow only a
 * few for each host, and asks what it has missed when it is shown again.
 */
export function followChanges(store: DeskStore): void {
  let stream: EventSource | null = null;
  const follow = () => {
    stream?.close();
    stream = null;
    const { changesHref } = store.base.value;
    if (document.hidden || changesHref === null) return;
    stream = new EventSource(changesHref);
    stream.addEventListener('change', () => void store.refresh());
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}
