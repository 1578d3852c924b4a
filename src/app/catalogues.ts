import { briefingLetterMessages, briefingMessages } from '../modules/briefings/index.ts';
import { directoryMessages, importMessages } from '../modules/directory/index.ts';
import { engineMessages } from '../modules/engine/index.ts';
import { evaluationMessages, evaluationPageMessages, rubricMessages } from '../modules/evaluations/index.ts';
import { identityMessages } from '../modules/identity/index.ts';
import { notificationMessages } from '../modules/notifications/index.ts';
import { answerMessages, calendarMessages, planningMessages } from '../modules/planning/index.ts';
import { setupMessages } from '../modules/setup/index.ts';
import { visitsMessages } from '../modules/visits/index.ts';
import { screenMessages } from '../pages/messages.ts';
import { httpMessages } from '../platform/http/messages.ts';
import { mergeCatalogues } from '../platform/i18n/messages.ts';
import { viewMessages } from '../platform/views/messages.ts';

/** All texts of the service. */
export const catalogues = mergeCatalogues(
  viewMessages,
  httpMessages,
  screenMessages,
  identityMessages,
  setupMessages,
  importMessages,
  planningMessages,
  calendarMessages,
  answerMessages,
  engineMessages,
  evaluationMessages,
  rubricMessages,
  evaluationPageMessages,
  directoryMessages,
  visitsMessages,
  notificationMessages,
  briefingMessages,
  briefingLetterMessages,
);
