import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { PolicyField, PolicyValue, PolicyValues } from './policy-field.ts';

/** What a committee has decided otherwise than the built-in policy, as a part of it. */
export type PolicyContent = Readonly<Record<string, unknown>>;

/** The built-in policy with the decided values; lists and nulls are replaced as a whole. */
export function withContent<P extends object>(standard: P, content: PolicyContent): P {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(standard));
  for (const [key, value] of Object.entries(content)) {
    const below = merged[key];
    merged[key] = isPlain(value) && isPlain(below) ? withContent(below, value) : value;
  }
  return merged as P;
}

/** The value of a field, as its form shows it. */
export function valueIn(policy: object, { path, ...field }: PolicyField): PolicyValue {
  let found: unknown = policy;
  for (const key of path) found = isPlain(found) ? found[key] : undefined;
  if (found === undefined || found === null) return field.kind === 'yes_no' ? false : null;
  if (field.kind === 'whole' && typeof found === 'number') return Math.round(found * (field.scale ?? 1));
  if (field.kind === 'time' && typeof found === 'number') return clockTime(found);
  if (field.kind === 'choice' && field.stored !== undefined) {
    const written = canonicalJson(found);
    return Object.entries(field.stored).find(([, list]) => canonicalJson(list) === written)?.[0] ?? null;
  }
  return found as PolicyValue;
}

export function valuesIn(policy: object, fields: readonly PolicyField[]): PolicyValues {
  return Object.fromEntries(fields.map((field) => [field.key, valueIn(policy, field)]));
}

/** The content with one field changed. */
export function withValue(content: PolicyContent, field: PolicyField, value: PolicyValue): PolicyContent {
  return put(content, field.path, storedOf(field, value));
}

function storedOf(field: PolicyField, value: PolicyValue): unknown {
  if (field.kind === 'whole' && typeof value === 'number') return value / (field.scale ?? 1);
  if (field.kind === 'time' && typeof value === 'string') {
    const [hours = 0, minutes = 0] = value.split(':').map(Number);
    return 60 * hours + minutes;
  }
  if (field.kind === 'choice' && typeof value === 'string') return field.stored?.[value] ?? value;
  return value;
}

function put(content: PolicyContent, [key, ...below]: readonly string[], value: unknown): PolicyContent {
  if (key === undefined) return content;
  const inner = content[key];
  return { ...content, [key]: below.length === 0 ? value : put(isPlain(inner) ? inner : {}, below, value) };
}

function clockTime(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
