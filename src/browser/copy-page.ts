import { copyTexts } from './copy-texts.ts';

copyTexts(document);
