import { listenToKeys } from './keys.ts';
import { filterRows } from './row-filter.ts';

filterRows(document);
listenToKeys(document);
