import type { Actor } from './actor.ts';

/**
 * One transaction around a use case, found again by everything that it calls. A nested run joins the outer one; a
 * serialisation failure or a deadlock repeats the whole outermost run, so `work` must have no effect outside it.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` on behalf of an actor: the tenant of every transaction that it opens. */
  abstract as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  /** @throws Error where nobody acts: a programming mistake, not a user's. */
  abstract get actor(): Actor;
}
