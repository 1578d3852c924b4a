import { defineMessages } from '../../platform/i18n/messages.ts';
import { FAULT_SENTENCES } from './domain/fault-sentences.ts';

export const evaluationMessages = defineMessages(FAULT_SENTENCES.vi, FAULT_SENTENCES.en);
