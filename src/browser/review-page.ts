import { moveBetweenNeighbours } from './neighbours.ts';

moveBetweenNeighbours(document);
