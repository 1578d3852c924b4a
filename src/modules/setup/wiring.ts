export { setupErrors } from './errors.ts';
export { setupMessages } from './messages.ts';
export { SetupModule } from './setup.module.ts';
