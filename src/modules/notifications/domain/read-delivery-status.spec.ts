import { readDeliveryStatus } from './read-delivery-status.ts';

const about = (...lines: string[]) => ['Reporting-MTA: dns; mx.example', '', ...lines, ''].join('\r\n');

describe('a report about the delivery of a mail', () => {
  it('is read over folded lines', () => {
    const text = about(
      'Final-Recipient: rfc822; nga@mau.example',
      'Action: Failed',
      'Status: 5.1.1 (no mailbox)',
      'Diagnostic-Code: smtp; 550 5.1.1 no',
      '  such user',
    );
    expect(readDeliveryStatus(text)).toEqual({
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 no such user',
    });
  });

  it('has a code of its kind where it gives none', () => {
    expect(readDeliveryStatus(about('Final-Recipient: rfc822; a@b.example', 'Action: delayed'))).toEqual({
      action: 'delayed',
      status: '4.0.0',
      diagnostic: '',
    });
  });

  it.each(['', 'Action: failed', about('Final-Recipient: rfc822; a@b.example', 'Action: expanded')])(
    'is none where it says nothing of a recipient: %j',
    (text) => {
      expect(readDeliveryStatus(text)).toBeNull();
    },
  );
});
