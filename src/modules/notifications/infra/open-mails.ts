/** Whether another server reported that it did not reach its reader, and nothing else since. */
export const CAME_BACK = `exists (select from mail_bounces b where b.mail_id = mails.id and not b.is_past
  and b.kind in ('returned', 'given_up') and not exists (
    select from mail_bounces d where d.mail_id = b.mail_id and d.kind = 'delivered' and d.id > b.id))`;

/** Whether its reader also got it as a message, so that they know. */
export const MESSAGED = `exists (select from webhook_messages w where w.key = mails.key and w.state = 'sent')`;

/** The address that its reader has now. */
export const CURRENT_ADDRESS = `coalesce(
  (select email from specialist_profiles p where p.id = mails.specialist_id),
  (select email from account_addresses a where a.id = mails.account_id), mails.to_address)`;

/**
 * Whether “send all again” takes a mail: it failed, came back, or waits because of a failure; its text is still
 * stored; its reader has an address, and was not told by a message.
 */
export const CAN_GO_AGAIN = `((state = 'failed' or state = 'queued' and (attempts > 0 or exists (select from mail_holds))
    or state = 'sent' and ${CAME_BACK})
  and content ? 'mime' and not ${MESSAGED} and ${CURRENT_ADDRESS} <> '')`;
