export { DocumentsModule } from './documents.module.ts';
export { documentTexts } from './texts.ts';
