export { EngineModule } from './engine.module.ts';
export { engineErrors } from './errors.ts';
export { engineMessages } from './messages.ts';
