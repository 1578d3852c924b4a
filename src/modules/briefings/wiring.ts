export { BriefingsModule } from './briefings.module.ts';
export { briefingTexts } from './texts.ts';
