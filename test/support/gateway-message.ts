import { MESSAGE_TEMPLATES } from '../../src/modules/notifications/domain/message-kinds.ts';

/** What the committee's gateway gets, as the description of the API tells its programmers. */
export const GATEWAY_MESSAGE = {
  type: 'object',
  description: 'One message for one person',
  required: ['id', 'kind', 'to', 'locale', 'text', 'link', 'visitId'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'The same for each attempt; also in `Giaoban-Delivery`' },
    kind: { type: 'string', enum: [...MESSAGE_TEMPLATES, 'trial'], description: 'What it tells' },
    committee: { type: 'string', description: 'The name of the committee; left out of a trial' },
    to: { type: 'string', example: '0912345678', description: 'The telephone number, or what was typed for a trial' },
    locale: { type: 'string', enum: ['vi', 'en'], description: 'Of the text' },
    text: { type: 'string', description: 'To be passed on as it is' },
    link: { type: ['string', 'null'], description: 'The page that tells more' },
    visitId: { type: ['string', 'null'], format: 'uuid', description: 'The visit that it is about, where it is one' },
  },
} as const;
