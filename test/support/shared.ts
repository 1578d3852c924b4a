const closings: (() => Promise<unknown>)[] = [];

/** Something that the spec files of one worker use together: made when first asked for, closed when the worker ends. */
export function shared<T>(make: () => Promise<T>, close: (made: T) => Promise<unknown>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    if (!made) {
      made = make();
      closings.push(async () => made && close(await made));
    }
    return made;
  };
}

/** Called by the worker after its last file. */
export async function closeShared(): Promise<void> {
  for (const close of closings.splice(0).reverse()) await close();
}
