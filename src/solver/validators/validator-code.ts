import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import inputsSchema from '../inputs.schema.json' with { type: 'json' };
import planSchema from '../plan.schema.json' with { type: 'json' };
import problemSchema from '../problem.schema.json' with { type: 'json' };
import { INPUTS } from './input-names.ts';
import type { ValidatorFile } from './validators.ts';

interface Source {
  readonly schemas: readonly object[];
  readonly options: Options;
  /** By the name of each function, the id of its schema. */
  readonly functions: Readonly<Record<string, string>>;
}

/** From what each file of validators is made. */
export const SOURCES: Readonly<Record<ValidatorFile, Source>> = {
  problem: {
    schemas: [problemSchema],
    options: { allErrors: true, useDefaults: true },
    functions: { problem: problemSchema.$id },
  },
  plan: {
    schemas: [planSchema],
    // Fixed pairs and triples of the certificate are tuples to the schema, which ajv's strict mode wants spelt otherwise.
    options: { allErrors: false, strictTuples: false },
    functions: { plan: planSchema.$id },
  },
  inputs: {
    schemas: [problemSchema, inputsSchema],
    // The parts of an event contain only their own properties; that an event is an object stands once, above them.
    options: { allErrors: true, useDefaults: true, discriminator: true, strictTypes: false },
    functions: Object.fromEntries(INPUTS.map((name) => [name, `${inputsSchema.$id}#/$defs/${name}`])),
  },
};

/** The functions of one file as the text of a CommonJS module. */
export function validatorCode({ schemas, options, functions }: Source): string {
  const ajv = new Ajv2020({ ...options, schemas: [...schemas], code: { source: true } });
  return standalone.default(ajv, { ...functions });
}
