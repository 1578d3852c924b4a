import { shortenLists } from './shorten-lists.ts';

shortenLists(document);
