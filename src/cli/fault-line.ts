import type { Fault } from '../kernel/domain-error.ts';
import { engineTexts } from '../modules/engine/wiring.ts';
import { messageOf } from '../platform/i18n/messages.ts';

const { en } = engineTexts.messages;

/** A fault as one line: its JSON pointer, and what is wrong there. */
export function faultLine({ pointer, code, params }: Fault): string {
  const key = `fault.${code}`;
  const sentence = key in en ? messageOf(en, key, params) : inWords(code, params);
  return `${pointer === '' ? '/' : pointer}  ${sentence}`;
}

/** A fault of the verifier as words: `verify.wrong_number` with the differing numbers. */
function inWords(code: string, params: Fault['params'] = {}): string {
  const facts = Object.entries(params).map(([name, value]) => `${name} ${written(value)}`);
  const words = code.replace(/^.*\./, '').replaceAll('_', ' ');
  return facts.length === 0 ? words : `${words} (${facts.join(', ')})`;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
