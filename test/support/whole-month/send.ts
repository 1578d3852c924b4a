import { month } from '../../../src/kernel/month.ts';
import type { SignedInPerson } from '../service.ts';

/** The month that is played. */
export const MONTH = month('2020-12');

/** Sends a request to the API as somebody and returns its content. @throws where it is refused */
export type Send = <T>(
  who: SignedInPerson,
  method: string,
  path: string,
  body?: object | FormData,
  revision?: number,
) => Promise<T>;

export interface MyVisit {
  readonly id: string;
  readonly heldOn: string;
  readonly state: string;
  readonly revision: number;
}
