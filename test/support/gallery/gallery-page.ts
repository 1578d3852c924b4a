import type { Role } from '../../../src/kernel/actor.ts';
import type { ActingForLine, Flash } from '../../../src/platform/views/page-context.ts';

/** One page in one state. */
export interface GalleryPage {
  /** The file name: template and state, such as `month.draft`. */
  readonly name: string;
  readonly template: string;
  readonly model: object;
  /** Null: nobody is signed in, so the page has no committee. */
  readonly role: Role | null;
  readonly path: string;
  readonly flash?: readonly Flash[];
  readonly actingFor?: readonly ActingForLine[];
}

/** Write the model as `{ … } satisfies MonthPage`, so that the compiler checks it. */
export function galleryPage(
  name: string,
  role: Role | null,
  path: string,
  model: object,
  more: Partial<Pick<GalleryPage, 'flash' | 'actingFor'>> = {},
): GalleryPage {
  return { name, template: name.split('.')[0] ?? name, role, path, model, ...more };
}
