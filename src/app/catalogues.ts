import { briefingMailMessages, briefingMessages } from '../modules/briefings/wiring.ts';
import { directoryMessages, importMessages } from '../modules/directory/wiring.ts';
import { engineMessages } from '../modules/engine/wiring.ts';
import { evaluationMessages, evaluationPageMessages, rubricMessages } from '../modules/evaluations/wiring.ts';
import { identityMessages } from '../modules/identity/wiring.ts';
import { notificationMessages } from '../modules/notifications/wiring.ts';
import { answerMessages, calendarMessages, planningMessages } from '../modules/planning/wiring.ts';
import { setupMessages } from '../modules/setup/wiring.ts';
import { visitsMessages } from '../modules/visits/wiring.ts';
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
  briefingMailMessages,
);
