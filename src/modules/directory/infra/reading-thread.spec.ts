import { ReadingThread } from './reading-thread.ts';

it('gives up a file that takes too long, and everybody who waits hears of their own', async () => {
  const thread = new ReadingThread(1);
  const file = { file: { name: '', bytes: new Uint8Array() }, answers: {}, ground: {} };
  const both = [thread.read(file), thread.read(file)];
  for (const reading of both) {
    await expect(reading).rejects.toMatchObject({ code: 'xlsx.too_large', params: { seconds: 0.001 } });
  }
  await thread.end();
});

it('ends a reading that nobody waits for any longer, whether it has begun or not', async () => {
  const thread = new ReadingThread();
  const file = { file: { name: '', bytes: new Uint8Array() }, answers: {}, ground: {} };
  const [first, second] = [new AbortController(), new AbortController()];
  const readings = [thread.read(file, first.signal), thread.read(file, second.signal), thread.read(file)];
  const outcomes = Promise.allSettled(readings);
  second.abort(new Error('left while waiting'));
  first.abort(new Error('left while reading'));
  await expect(outcomes).resolves.toMatchObject([
    { status: 'rejected', reason: { message: 'left while reading' } },
    { status: 'rejected', reason: { message: 'left while waiting' } },
    { status: 'rejected', reason: { code: 'xlsx.empty' } },
  ]);
  await expect(thread.read(file, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  await thread.end();
});
