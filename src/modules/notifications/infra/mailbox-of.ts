import parseAddresses from 'nodemailer/lib/addressparser';
import { ConfigError } from '../../../config/config.ts';
import type { Mailbox } from '../domain/visit-calendar.ts';

/** Splits `Giao Ban <giaoban@example.vn>` into name and address. @throws ConfigError where it contains no address */
export function mailboxOf(text: string): Mailbox {
  const [first] = parseAddresses(text, { flatten: true });
  const address = first?.address ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw new ConfigError('MAIL_FROM must hold a mail address, such as: Giao Ban <giaoban@example.vn>.');
  }
  return { name: first?.name !== undefined && first.name !== '' ? first.name : address, address };
}
