export { DocumentRegisterModule } from './document-register.module.ts';
export { registerErrors } from './errors.ts';
