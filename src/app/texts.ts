import { availabilityTexts } from '../modules/availability/wiring.ts';
import { briefingTexts } from '../modules/briefings/wiring.ts';
import { calibrationTexts } from '../modules/calibrations/wiring.ts';
import { directoryTexts } from '../modules/directory/wiring.ts';
import { documentTexts } from '../modules/documents/wiring.ts';
import { engineTexts } from '../modules/engine/wiring.ts';
import { evaluationTexts } from '../modules/evaluations/wiring.ts';
import { identityTexts } from '../modules/identity/wiring.ts';
import { meetingTexts } from '../modules/meetings/wiring.ts';
import { notificationTexts } from '../modules/notifications/wiring.ts';
import { planningTexts } from '../modules/planning/wiring.ts';
import { policyTexts } from '../modules/policies/wiring.ts';
import { setupTexts } from '../modules/setup/wiring.ts';
import { swapTexts } from '../modules/swaps/wiring.ts';
import { visitTexts } from '../modules/visits/wiring.ts';
import { pageTexts } from '../pages/texts.ts';
import type { ErrorTexts } from '../platform/i18n/errors.ts';
import type { Catalogues } from '../platform/i18n/messages.ts';
import { joinTexts } from '../platform/i18n/texts.ts';
import { platformTexts } from '../platform/texts.ts';

const texts = joinTexts(
  platformTexts,
  pageTexts,
  identityTexts,
  setupTexts,
  directoryTexts,
  meetingTexts,
  availabilityTexts,
  planningTexts,
  policyTexts,
  engineTexts,
  visitTexts,
  swapTexts,
  notificationTexts,
  documentTexts,
  evaluationTexts,
  calibrationTexts,
  briefingTexts,
);
type Vietnamese = typeof texts.messages.vi;
type OfCodes = Pick<
  Vietnamese,
  Extract<keyof Vietnamese, `import.${'fault' | 'question'}.${string}` | `fault.template.${string}`>
>;

declare module '../platform/i18n/messages.ts' {
  // oxlint-disable-next-line typescript/no-empty-object-type -- says what the messages are
  interface MessageTexts extends Vietnamese {}
  // oxlint-disable-next-line typescript/no-empty-object-type -- says which they are
  interface CodedMessages extends OfCodes {}
}

/** The texts of every error; a code without texts does not compile. */
export const errorTexts: ErrorTexts = texts.errors;
/** Every message, in both languages. */
export const catalogues: Catalogues = texts.messages;
