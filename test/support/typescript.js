import { register } from 'node:module';

/** Runs our TypeScript as it stands: `node --import ./test/support/typescript.js script.ts`. */
register('./typescript-hooks.js', import.meta.url);
