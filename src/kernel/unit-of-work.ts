import type { Actor } from './actor.ts';

/**
 * One transaction per use case; everything that the use case calls takes part in it. A nested run joins the outer one.
 * After a serialisation failure or a deadlock the outermost run is repeated as a whole, so `work` must have no effect
 * outside the transaction.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` on behalf of an actor, whose committee is the tenant of every transaction that it opens. */
  abstract as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  /** @throws Error where there is no actor, which is a programming error. */
  abstract get actor(): Actor;
}
