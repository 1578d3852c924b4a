/**
 * How many characters this thread reads or writes as JSON at a time, at most, while the work lasts. What a thread of its
 * own does is not counted, so this tells who is kept waiting by a large file, on a busy machine too.
 */
export async function largestJson(work: () => Promise<unknown>): Promise<number> {
  const { parse, stringify } = JSON;
  let largest = 0;
  const count = (text: string | undefined) => (largest = Math.max(largest, text?.length ?? 0));
  JSON.parse = (text: string, ...more) => {
    count(text);
    return parse(text, ...more) as unknown;
  };
  JSON.stringify = ((...given: Parameters<typeof stringify>) => {
    const text = stringify(...given);
    count(text);
    return text;
  }) as typeof stringify;
  try {
    await work();
  } finally {
    Object.assign(JSON, { parse, stringify });
  }
  return largest;
}
