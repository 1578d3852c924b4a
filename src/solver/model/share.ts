/** `weight` times a strength between −1 and 1, which is first rounded to thousandths; a whole number. */
export function share(weight: number, strength: number): number {
  return Math.round((weight * Math.round(strength * 1000)) / 1000);
}
