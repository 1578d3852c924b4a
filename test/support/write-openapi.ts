import './describe-api.ts';
import { writeFileSync } from 'node:fs';
import { OPENAPI_FILE } from '../../src/app/openapi-controller.ts';
import { openApiDocument } from './openapi-document.ts';
import { anAssembledApp } from './openapi.ts';

const document = openApiDocument(await anAssembledApp());
writeFileSync(OPENAPI_FILE, `${JSON.stringify(document, null, 2)}\n`);
