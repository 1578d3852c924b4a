/**
 * The most characters that this thread reads or writes as JSON at a time while the work runs. Other threads do not
 * count, so it shows how long a large file would block other requests, also on a busy machine.
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
