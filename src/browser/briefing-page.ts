import { foldParts } from './fold-parts.ts';

foldParts(document);
