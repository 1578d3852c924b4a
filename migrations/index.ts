import type { MixedList } from 'typeorm';

/** Every migration, oldest first. */
export const migrations: MixedList<new () => object> = [];
