import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.ts';
import { evaluationMessages } from './messages.ts';
import { rubricMessages } from './rubric-messages.ts';

describe('the sentences of faults and warnings', () => {
  const domain = join(projectRoot, 'src/modules/evaluations/domain');
  const source = readdirSync(domain)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(domain, name), 'utf8'))
    .join('\n');
  const used = new Set(source.match(/(?<=')(?:answer|warning|rubric)\.[a-z_]+(?=')/g));

  it.each(['vi', 'en'] as const)('are there for every code, and for no other, in %s', (locale) => {
    const codes = [...Object.keys(evaluationMessages[locale]), ...Object.keys(rubricMessages[locale])];
    expect(codes.sort()).toEqual([...used].map((code) => `fault.${code}`).sort());
  });
});
