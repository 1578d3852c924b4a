import type { DeliveryView } from './delivery.view.ts';

/** `pages/mails`: mails of the committee that were not sent. */
export interface MailsPage {
  readonly delivery: DeliveryView;
}
