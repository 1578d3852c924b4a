/**
 * A cookie for each form of which this device has something that the service does not have. It outlives the database,
 * which a phone may clear, so that the loss can be told. It holds nothing of the form.
 */
const MARK = 'giaoban-unsent-';
const LONGEST_SECONDS = 90 * 24 * 3600;

export function markUnsent(visitId: string): void {
  write(visitId, LONGEST_SECONDS);
}

export function unmark(visitId: string): void {
  if (isMarked(visitId)) write(visitId, 0);
}

export function isMarked(visitId: string): boolean {
  return document.cookie.includes(`${MARK}${visitId}=`);
}

export function unmarkAll(): void {
  for (const [, visitId = ''] of document.cookie.matchAll(new RegExp(`${MARK}([^=;]+)=`, 'g'))) unmark(visitId);
}

function write(visitId: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${MARK}${visitId}=1; path=/my; max-age=${seconds}; samesite=strict${secure}`;
}
