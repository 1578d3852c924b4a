import { listenToKeys } from './keys.ts';
import { shortenLists } from './shorten-lists.ts';

listenToKeys(document);
shortenLists(document);
