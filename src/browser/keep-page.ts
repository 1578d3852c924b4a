import { keepTyped } from './keep-typed.ts';

keepTyped(document);
