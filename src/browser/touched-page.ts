import { shortenLists } from './shorten-lists.ts';
import { sayWhileWaiting } from './wait-lines.ts';

sayWhileWaiting(document);
shortenLists(document);
