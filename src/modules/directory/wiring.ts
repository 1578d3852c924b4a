export { DirectoryModule } from './directory.module.ts';
export { directoryTexts } from './texts.ts';
