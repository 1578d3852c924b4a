import { deliveryOf, type SmtpError } from './smtp-transport.ts';

const anError = (facts: Partial<SmtpError>): SmtpError => Object.assign(new Error('Mail failed'), facts);

describe('what a failed attempt means', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' }],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.7.1 refused as spam' }],
    [{ code: 'EENVELOPE', command: 'API', message: 'Invalid recipient' }],
  ])('a refusal of this recipient or message is for good: %j', (facts) => {
    expect(deliveryOf(anError(facts)).kind).toBe('refused');
  });

  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 greylisted' }],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530, response: '530 5.7.0 authenticate first' }],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 503, response: '503 bad sequence' }],
    [{ code: 'EMESSAGE', command: 'CONN', message: 'Connection closed' }],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 wrong password' }],
    [{ code: 'ETIMEDOUT', command: 'CONN' }],
    [{ code: 'EABORT' }],
    [{}],
  ])('anything else may pass: %j', (facts) => {
    expect(deliveryOf(anError(facts)).kind).toBe('postponed');
  });

  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' }, 'recipient'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no such user' }, 'recipient'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552, response: '552 5.2.2 mailbox full' }, 'recipient'],
    [{ code: 'EENVELOPE', command: 'API', message: 'Invalid recipient' }, 'recipient'],
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 554, response: '554 5.7.1 Relay access denied' },
      'message',
    ],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 relaying denied' }, 'message'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.3.4 too big' }, 'message'],
    [
      { code: 'EMESSAGE', command: 'DATA', responseCode: 550, response: '550 5.7.60 not allowed to send as' },
      'message',
    ],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 552, response: '552 quota' }, 'message'],
  ])('a refusal says whether it is about the recipient or about what is sent: %j, %s', (facts, about) => {
    expect(deliveryOf(anError(facts))).toMatchObject({ kind: 'refused', about });
  });

  it('is told with codes, and with the words of the server less the addresses in them', () => {
    const response = '550 5.1.1 <anh@quan4.example>: Recipient address rejected\r\nask postmaster@mx.example';
    const error = anError({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response });
    expect(deliveryOf(error)).toEqual({
      kind: 'refused',
      about: 'recipient',
      reason: 'EENVELOPE 550 5.1.1',
      reply: '550 5.1.1 <…>: Recipient address rejected ask …',
    });
  });
});
