export { SwapsModule } from './swaps.module.ts';
export { swapTexts } from './texts.ts';
