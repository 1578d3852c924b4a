import { REPORTED_ACTIONS, type ReportedAction, STATUS_CODE } from './delivery-report.ts';

export interface DeliveryStatus {
  readonly action: ReportedAction;
  readonly status: string;
  readonly diagnostic: string;
}

/** A code for reports that give none. */
const STATUS_OF: Readonly<Record<ReportedAction, string>> = { failed: '5.0.0', delayed: '4.0.0', delivered: '2.0.0' };

/**
 * The part message/delivery-status of a report (RFC 3464). Our mails have one recipient each, so the first block about a
 * recipient counts. Null where there is none, or where it says nothing of delivery.
 */
export function readDeliveryStatus(text: string): DeliveryStatus | null {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(fieldsOf);
  const block = blocks.find((fields) => fields.has('final-recipient') && fields.has('action'));
  // A list or a relay has taken it, which is as much as can be known.
  const word = /^\w+/.exec(block?.get('action')?.toLowerCase() ?? '')?.[0] ?? '';
  const action = REPORTED_ACTIONS.find((one) => one === word);
  if (!block || !action) return null;
  const status = /^\S+/.exec(block.get('status') ?? '')?.[0] ?? '';
  return {
    action,
    status: STATUS_CODE.test(status) ? status : STATUS_OF[action],
    diagnostic: (block.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, ''),
  };
}

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}
