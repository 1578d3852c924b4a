export { EngineModule } from './engine.module.ts';
export { engineTexts } from './texts.ts';
