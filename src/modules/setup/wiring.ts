export { SetupModule } from './setup.module.ts';
export { setupTexts } from './texts.ts';
