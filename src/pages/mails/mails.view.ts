import type { DeliveryView } from './delivery.view.ts';

/** `pages/mails`: mails of the committee that did not go out. */
export interface MailsPage {
  readonly delivery: DeliveryView;
}
