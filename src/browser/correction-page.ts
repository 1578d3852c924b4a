import { growLists } from './growing-lists.ts';
import { addSteppers } from './steppers.ts';

addSteppers(document);
growLists(document);
