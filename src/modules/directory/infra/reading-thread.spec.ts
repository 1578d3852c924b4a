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
