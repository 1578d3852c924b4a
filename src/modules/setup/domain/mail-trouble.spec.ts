import { mailTrouble } from './mail-trouble.ts';

describe('what is wrong with the mail', () => {
  it.each([
    ['EDNS: getaddrinfo ENOTFOUND smtp.example', false, 'unknown_host'],
    ['ESOCKET: connect ECONNREFUSED 127.0.0.1:25', false, 'unreachable'],
    ['ETIMEDOUT: Connection timeout', false, 'silent'],
    ['ETIMEDOUT: Greeting never received', false, 'silent'],
    ['EAUTH 535 5.7.8: 535 5.7.8 Username and Password not accepted', false, 'credentials'],
    ['EENVELOPE 530 5.7.0: 530 5.7.0 Authentication required', false, 'credentials'],
    ['ETLS: Upgrade to STARTTLS failed', false, 'encryption'],
    ['ESOCKET: self-signed certificate', false, 'encryption'],
    ['EENVELOPE 550 5.7.1: 550 5.7.1 <…> sender not allowed', false, 'sender'],
    ['EENVELOPE 550 5.1.1: 550 5.1.1 <…> no such user', true, 'recipient'],
    ['EENVELOPE 451 4.7.1: 451 4.7.1 <…> greylisted', false, 'later'],
    ['EMESSAGE 554 5.7.1: 554 5.7.1 refused as spam', true, 'content'],
    ['ECONNECTION: Connection closed unexpectedly', false, 'other'],
    ['', false, 'other'],
  ] as const)('is read from “%s”', (error, isGivenUp, trouble) => {
    expect(mailTrouble(error, isGivenUp)).toBe(trouble);
  });
});
