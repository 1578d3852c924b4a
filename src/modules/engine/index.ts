export { PROBLEM_BODY } from './api/engine-controller.ts';
export { followedSolve } from './application/followed-solve.ts';
