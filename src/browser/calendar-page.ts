import { foldDays } from './fold-days.ts';
import { listenToKeys } from './keys.ts';
import { filterRows } from './row-filter.ts';

filterRows(document);
foldDays(document);
listenToKeys(document);
