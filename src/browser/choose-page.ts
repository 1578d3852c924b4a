import { checkAll } from './check-all.ts';
import { keepChoices } from './keep-choices.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keeps]')) keepChoices(form);
checkAll(document);
