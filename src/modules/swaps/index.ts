export { AnswerSwap } from './application/answer-swap.ts';
export { AskSwap } from './application/ask-swap.ts';
export { isOpen as isSwapOpen } from './domain/swap.ts';
export { type SwapChoiceLines, SwapChoicesReadModel } from './infra/swap-choices-read-model.ts';
export { type SwapLine, SwapsReadModel } from './infra/swaps-read-model.ts';
