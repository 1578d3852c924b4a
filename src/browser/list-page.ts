import { listenToKeys } from './keys.ts';
import { filterRows } from './row-filter.ts';
import { shortenLists } from './shorten-lists.ts';

filterRows(document);
listenToKeys(document);
shortenLists(document);
