import { aDutyNotice } from '../../../../test/support/documents.ts';
import { until } from '../../../../test/support/until.ts';
import { composeDocument } from '../domain/compose-document.ts';
import { RendererLost, RenderProcess } from './render-process.ts';

const notice = composeDocument(aDutyNotice());
const started: RenderProcess[] = [];
const aProcess = (options?: ConstructorParameters<typeof RenderProcess>[0]): RenderProcess => {
  const process = new RenderProcess(options);
  started.push(process);
  return process;
};
const pidOf = async (renderer: RenderProcess, other?: number): Promise<number> => {
  await until(() => renderer.pid !== undefined && renderer.pid !== other, 1);
  return renderer.pid ?? 0;
};

afterAll(() => Promise.all(started.map((renderer) => renderer.dispose())));

describe('the render process', () => {
  it('is started by the first document and used by the next', async () => {
    const renderer = aProcess();
    expect(renderer.pid).toBeUndefined();
    await renderer.render('docx', notice);
    const first = renderer.pid;
    await renderer.render('docx', notice);
    expect(first).toBeDefined();
    expect(renderer.pid).toBe(first);
  });

  it('is ended when it has nothing to do', async () => {
    const renderer = aProcess({ idleMs: 5 });
    await renderer.render('docx', notice);
    expect(renderer.pid).toBeDefined();
    await until(() => renderer.pid === undefined);
    expect(renderer.pid).toBeUndefined();
  });

  it('survives its killing: the document is rendered by another, and those that wait lose nothing', async () => {
    const renderer = aProcess();
    const files = Promise.all([renderer.render('docx', notice), renderer.render('docx', notice)]);
    const pid = await pidOf(renderer);
    process.kill(pid, 'SIGKILL');
    const [first, second] = await files;
    expect(first.length).toBeGreaterThan(1000);
    expect(second).toEqual(first);
    expect(renderer.pid).not.toBe(pid);
  });

  it('gives a document up when it is killed twice', async () => {
    const renderer = aProcess();
    const file = renderer.render('docx', notice);
    const refused = expect(file).rejects.toBeInstanceOf(RendererLost);
    const first = await pidOf(renderer);
    process.kill(first, 'SIGKILL');
    process.kill(await pidOf(renderer, first), 'SIGKILL');
    await refused;
  });

  it('is taken for stuck when it does not answer in time', async () => {
    await expect(aProcess({ timeoutMs: 1 }).render('docx', notice)).rejects.toBeInstanceOf(RendererLost);
  });

  it('says what was wrong with a document that cannot be rendered, and goes on', async () => {
    const renderer = aProcess();
    const broken = { ...notice, layout: { ...notice.layout, sizes: undefined } } as unknown as typeof notice;
    await expect(renderer.render('docx', broken)).rejects.toThrow(/not rendered: TypeError/);
    const pid = renderer.pid;
    await renderer.render('docx', notice);
    expect(renderer.pid).toBe(pid);
  });
});
