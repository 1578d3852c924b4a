import { closeMenus } from './menus.ts';

// Every page reads and submits without any of these modules; each only makes one thing easier.
document.documentElement.classList.add('has-modules');
document.querySelector('.main-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
closeMenus(document);
