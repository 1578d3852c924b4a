import { countLetters } from './counters.ts';
import { forgetAtSignOut } from './forget-at-sign-out.ts';
import { closeMenus } from './menus.ts';
import { addPickers } from './pickers.ts';

// Every page can be read and submitted without these modules; each one only makes something easier.
document.documentElement.classList.add('has-modules');
for (const current of document.querySelectorAll('.main-nav [aria-current], .tabs [aria-current]')) {
  current.scrollIntoView({ block: 'nearest', inline: 'center' });
}
closeMenus(document);
countLetters(document);
addPickers(document);
forgetAtSignOut(document);
