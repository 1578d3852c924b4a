import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { OPENAPI_FILE } from '../../src/app/openapi-controller.ts';
import type { Exchange } from './whole-month.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly access: unknown;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema?: Json }[];
  readonly requestBody: Json | undefined;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

const BASE = 'https://giaoban.example/openapi.json';

const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

/** The committed description of the API; reports what an exchange contains beyond it. */
export class DescribedApi {
  readonly document = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as OpenAPIObject;
  readonly operations = operationsOf(this.document);
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
  private readonly validators = new Map<Json, ValidateFunction>();

  constructor() {
    this.ajv.addSchema({ $id: BASE, components: closed(this.document.components?.schemas ?? {}) });
  }

  operationOf({ method, path }: Pick<Exchange, 'method' | 'path'>): Operation | undefined {
    const [plain = path] = path.split('?');
    const fitting = this.operations.filter(
      (operation) => operation.method === method && patternOf(operation).test(plain),
    );
    // `/imports/template.xlsx` takes precedence over `/imports/{id}`.
    return fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  /** Sentences about differences from the description; empty where there are none. */
  faultsOf(exchange: Exchange): string[] {
    const about = `${exchange.status} ${exchange.method} ${exchange.path}`;
    const operation = this.operationOf(exchange);
    if (!operation) return [`${about}: no such operation`];
    const reply =
      operation.responses[exchange.status] ?? (exchange.status >= 400 ? operation.responses['default'] : undefined);
    if (!reply) return [`${about}: no such status`];
    const type = exchange.type.split(';')[0] ?? '';
    const media = reply.content?.[type];
    if (!media) return type === '' && !reply.content ? [] : [`${about}: no such content type ${type}`];
    if (!type.includes('json')) return [];
    const validate = this.validatorOf(media.schema);
    return validate(exchange.body) ? [] : [`${about}: ${this.ajv.errorsText(validate.errors)}`];
  }

  /** What a body has beyond a schema of the description; empty where it fits. */
  beyond(schema: string, body: unknown): string[] {
    const validate = this.validatorOf({ $ref: `#/components/schemas/${schema}` });
    return validate(body) ? [] : [this.ajv.errorsText(validate.errors)];
  }

  private validatorOf(schema: Json): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    const made = this.ajv.compile(pointed(schema) as Json);
    this.validators.set(schema, made);
    return made;
  }
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Record<string, unknown>>).map(
      ([method, operation]) =>
        ({
          ...operation,
          id: operation['operationId'],
          method: method.toUpperCase(),
          path,
          access: operation['x-access'],
        }) as unknown as Operation,
    ),
  );
}

function patternOf({ path }: Operation): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

/** Replies must not contain anything that the description does not name. */
function closed(schemas: object): object {
  return {
    schemas: Object.fromEntries(
      Object.entries(schemas as Record<string, Json>).map(([name, schema]) => [
        name,
        '$id' in schema ? schema : { additionalProperties: false, ...(pointed(schema) as Json) },
      ]),
    ),
  };
}

/** References point into the document that was added to the validator. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === '$ref' && typeof child === 'string' && child.startsWith('#/components/') ? BASE + child : pointed(child),
    ]),
  );
}
