import pg from 'pg';

/** All statements of the one transaction that contains the given text, while the work runs. */
export async function statementsOf(containing: string, work: () => Promise<unknown>): Promise<string[]> {
  const heard: { readonly client: unknown; readonly text: string }[] = [];
  const { prototype } = pg.Client;
  // oxlint-disable-next-line typescript/unbound-method -- put back below, and called with its own client
  const original = prototype.query;
  prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '');
    heard.push({ client: this, text: text.trim() });
    return (original as unknown as (...args: unknown[]) => unknown).apply(this, args);
  } as unknown as typeof original;
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  const at = heard.findIndex(({ text }) => text.includes(containing));
  if (at < 0) throw new Error(`no statement held: ${containing}`);
  const own = heard.map((each, index) => ({ ...each, index })).filter(({ client }) => client === heard[at]?.client);
  const begin = own.filter(({ text, index }) => index <= at && /^start transaction/i.test(text)).at(-1);
  const end = own.find(({ text, index }) => index > at && /^commit/i.test(text));
  return own
    .filter(({ index }) => index >= (begin?.index ?? 0) && index <= (end?.index ?? Infinity))
    .map(({ text }) => text);
}
