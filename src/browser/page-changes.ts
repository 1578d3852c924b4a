/**
 * Says in one line that somebody has changed what the page shows; nothing that was typed is touched. A hidden page
 * closes its connection, because browsers allow only a few for each host, and learns what it has missed when it is
 * shown again.
 */
export function announceChanges(page: ParentNode): void {
  for (const line of page.querySelectorAll<HTMLElement>('[data-changes]')) {
    const address = line.dataset['changes'];
    if (!address) continue;
    let stream: EventSource | null = null;
    const follow = () => {
      stream?.close();
      stream = null;
      if (document.hidden || !line.hidden) return;
      stream = new EventSource(address);
      stream.addEventListener('change', () => {
        line.hidden = false;
        stream?.close();
      });
    };
    document.addEventListener('visibilitychange', follow);
    follow();
  }
}
