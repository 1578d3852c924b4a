/** `weight` times a strength between −1 and 1 kept to the thousandth, as a whole number. */
export function share(weight: number, strength: number): number {
  return Math.round((weight * Math.round(strength * 1000)) / 1000);
}
