export { followedSolve } from './application/followed-solve.ts';
export { PROBLEM_BODY } from './api/engine-controller.ts';
export { EngineModule } from './engine.module.ts';
export { engineErrors } from './errors.ts';
export { engineMessages } from './messages.ts';
