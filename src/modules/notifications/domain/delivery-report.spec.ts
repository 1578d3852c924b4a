import { bounceCauseOf, bounceKindOf } from './delivery-report.ts';

describe('what a report of another mail server means', () => {
  it.each([
    ['failed', '5.1.1', 'returned'],
    ['failed', '5.2.2', 'returned'],
    ['failed', '4.4.7', 'given_up'],
    ['delayed', '4.2.2', 'delayed'],
    ['delivered', '2.0.0', 'delivered'],
  ] as const)('%s %s: %s', (action, status, kind) => {
    expect(bounceKindOf({ action, status })).toBe(kind);
  });

  it.each([
    ['5.1.1', 'no_mailbox'],
    ['5.1.10', 'no_mailbox'],
    ['5.2.1', 'no_mailbox'],
    ['4.2.2', 'full'],
    ['5.7.1', 'refused'],
    ['5.0.0', 'other'],
  ] as const)('%s: %s', (status, cause) => {
    expect(bounceCauseOf(status)).toBe(cause);
  });
});
