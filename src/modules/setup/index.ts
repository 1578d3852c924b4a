export { SetupCodes } from './infra/repositories/setup-codes.ts';
export { SendTestMail } from './application/send-test-mail.ts';
export { SetUpService } from './application/set-up-service.ts';
export { mailTrouble } from './domain/mail-trouble.ts';
