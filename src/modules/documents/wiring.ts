export { DocumentRegisterModule } from './document-register.module.ts';
export { documentRegisterTexts } from './texts.ts';
