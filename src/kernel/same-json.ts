/** Whether both are equal as data: the same as comparing their `canonicalJson`, without building the texts. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSameJson(item, b[i]))
    );
  }
  const [ofA, ofB] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let said = 0;
  for (const key in ofA) {
    if (ofA[key] === undefined) continue;
    if (ofB[key] === undefined || !isSameJson(ofA[key], ofB[key])) return false;
    said += 1;
  }
  for (const key in ofB) if (ofB[key] !== undefined) said -= 1;
  return said === 0;
}
