import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>;

/** Files that run when the service is built, or where the description of the API is requested. */
const NOT_THE_SERVICE = /^(assets|browser)\/|^platform\/http\/api-description\.ts$|\.spec\.ts$/;
/** Packages that others require as peers. */
const WANTED_BY_OTHERS = ['reflect-metadata'];

/** That the service uses only dependencies is checked by the dependency rules; this checks the reverse. */
describe('the dependencies', () => {
  it('are needed by the running service, each of them', () => {
    const text = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !NOT_THE_SERVICE.test(name))
      .map((name) => readFileSync(join(projectRoot, 'src', name), 'utf8'))
      .join('\n');
    const isNamed = (name: string) => text.includes(`'${name}`) || text.includes(`/${name}/`);
    const unneeded = Object.keys(dependencies).filter((name) => !isNamed(name) && !WANTED_BY_OTHERS.includes(name));
    expect(unneeded).toEqual([]);
  });

  it('are no dev dependencies as well', () => {
    expect(Object.keys(dependencies).filter((name) => name in devDependencies)).toEqual([]);
  });
});
