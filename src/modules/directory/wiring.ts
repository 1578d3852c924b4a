export { DirectoryModule } from './directory.module.ts';
export { directoryErrors } from './errors.ts';
export { importMessages } from './import-messages.ts';
export { directoryMessages } from './messages.ts';
