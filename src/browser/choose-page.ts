import { checkAll } from './check-all.ts';

checkAll(document);
