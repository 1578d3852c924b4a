import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';
import '../support/describe-api.ts';
import { openApiDocument } from '../support/openapi-document.ts';
import { anAssembledApp } from '../support/openapi.ts';
import { DescribedApi } from '../support/openapi-replies.ts';

describe('the description of the API', () => {
  const api = new DescribedApi();

  it('is of the code as it stands (else: npm run openapi)', async () => {
    const document = openApiDocument(await anAssembledApp());
    expect(api.document).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is made of classes of different names: of two with one name only the last would be described', () => {
    const source = join(projectRoot, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.dto.ts'))
      .map((file) => join(source, file));
    const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export class (\w+)/gm)]);
    const found = names.map(([, name]) => name);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((name, index) => found.indexOf(name) !== index)).toEqual([]);
  });

  it('names each operation once, by a verb phrase, with one tag and a summary', () => {
    const unnamed = api.operations.filter(
      ({ id, tags, summary }) => !/^[a-z]+([A-Z][a-z]+)+$/.test(id) || tags.length !== 1 || (summary ?? '').length < 10,
    );
    expect(unnamed).toEqual([]);
    const ids = api.operations.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('says what each operation answers, whom it admits, and how it says no', () => {
    const unsaid = api.operations.filter(({ responses, access }) => {
      const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const isSaid = successes.every(
        ([status, { content }]) =>
          status === '204' || Object.values(content ?? {}).some(({ schema }) => Object.keys(schema).length > 0),
      );
      return (
        successes.length === 0 || !isSaid || !responses['default']?.content?.['application/problem+json'] || !access
      );
    });
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  it('describes each field of a request by more than that it is there', () => {
    const schemas = Object.entries(api.document.components?.schemas ?? {});
    const vague = schemas
      .filter(([name]) => name.endsWith('Request') || name.endsWith('Reply'))
      .flatMap(([name, schema]) =>
        Object.entries(('properties' in schema && schema.properties) || {})
          .filter(
            ([, property]) =>
              !(
                '$ref' in property ||
                'type' in property ||
                'anyOf' in property ||
                'enum' in property ||
                'allOf' in property
              ),
          )
          .map(([property]) => `${name}.${property}`),
      );
    expect(vague).toEqual([]);
  });

  it('leads nowhere that it does not describe', () => {
    const text = JSON.stringify(api.document);
    const names = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect(
      [...names].filter((name) => !(name !== undefined && name in (api.document.components?.schemas ?? {}))),
    ).toEqual([]);
  });
});
