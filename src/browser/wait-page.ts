import { sayWhileWaiting } from './wait-lines.ts';

sayWhileWaiting(document);
