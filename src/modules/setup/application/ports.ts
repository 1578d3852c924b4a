/**
 * What whoever sets up a service that others can reach must know: the service writes it to its log, which its keeper
 * alone can read. All replicas have the same one; it goes with the set-up.
 */
export abstract class SetupCodes {
  /** Not on a machine that only its own user reaches. */
  abstract readonly isAsked: boolean;
  /** Makes the code where there is none. */
  abstract ensure(): Promise<string>;
  /** Uses the code up if this is it. */
  abstract redeem(code: string): Promise<boolean>;
}
