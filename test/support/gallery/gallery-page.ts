import type { Role } from '../../../src/kernel/actor.ts';
import type { Flash } from '../../../src/platform/views/page-context.ts';

/** One page in one state, as somebody would meet it. */
export interface GalleryPage {
  /** The file's name: template and state, such as `month.draft`. */
  readonly name: string;
  readonly template: string;
  readonly model: object;
  /** Null: nobody is signed in, and so the page knows no committee. */
  readonly role: Role | null;
  readonly path: string;
  readonly flash?: readonly Flash[];
}

/** Write the model as `{ … } satisfies MonthPage`: then the compiler sees what a template alone cannot. */
export function galleryPage(
  name: string,
  role: Role | null,
  path: string,
  model: object,
  more: Partial<Pick<GalleryPage, 'flash'>> = {},
): GalleryPage {
  return { name, template: name.split('.')[0] ?? name, role, path, model, ...more };
}
