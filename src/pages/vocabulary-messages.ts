import {
  ABSENCE_KIND_TERMS,
  DECLINE_KIND_TERMS,
  FINDING_KIND_TERMS,
  headTerms,
  HOLIDAY_KIND_TERMS,
  MEETING_KIND_TERMS,
  ROLE_TERMS,
  SWAP_STATE_TERMS,
  termMessages,
  VISIT_STATE_TERMS,
} from '../kernel/vocabulary.ts';
import { joinTexts } from '../platform/i18n/texts.ts';

/** The terms of the vocabulary as messages for templates. */
export const vocabularyTexts = joinTexts(
  { messages: termMessages('meeting.kind', MEETING_KIND_TERMS) },
  { messages: termMessages('absence.kind', ABSENCE_KIND_TERMS) },
  { messages: termMessages('decline.kind', headTerms(DECLINE_KIND_TERMS)) },
  { messages: termMessages('visit.state', headTerms(VISIT_STATE_TERMS)) },
  { messages: termMessages('swap.state', headTerms(SWAP_STATE_TERMS)) },
  { messages: termMessages('brief.finding', headTerms(FINDING_KIND_TERMS)) },
  { messages: termMessages('holiday.kind', headTerms(HOLIDAY_KIND_TERMS)) },
  { messages: termMessages('role', ROLE_TERMS) },
);
