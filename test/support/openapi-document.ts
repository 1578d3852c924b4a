import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ACCESS_EXTENSION, type Access } from '../../src/platform/http/access.ts';
import { planSchema, problemSchema } from '../../src/solver/index.ts';
import { GATEWAY_MESSAGE } from './gateway-message.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [ACCESS_EXTENSION]?: Access };
type Schema = Extract<NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string], { type?: unknown }>;

const DESCRIPTION = `The service for programs: all that its pages do.

**Signing in.** Post to a sign-in link (\`POST /sign-in/link/{token}\`), keep the session's cookie, and send the token that
\`getSession\` answers as \`X-CSRF-Token\` with each request that changes anything.

**Errors** are \`application/problem+json\` (RFC 9457): \`code\` is for programs; \`title\` and the \`detail\` of each wrong
place are for people, in the language that \`Accept-Language\` asks for (\`vi\` or \`en\`). \`reference\` is the trace id by which
the service's log knows the request; a \`traceparent\` header sets it.

**Concurrent edits.** What people edit carries a revision as its \`ETag\`. A change names in \`If-Match\` the revision that
it was made from: none is 428, an older one is 412, and nothing is written.

**Lists** go on by \`cursor\`: the \`next\` of one page asks for the one after it.

**Deputies.** Somebody who holds a role as the deputy of several people (\`deputyOf\` of \`getSession\`) names in
\`X-On-Behalf-Of\`, with any operation, the account for which it acts; the trail records it. Left out, it is the one whose
deputy they have been longest.

\`x-access\` says whom an operation admits: those with this permission, everybody who is signed in, or the public.`;

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457: what is wrong and what to do about it',
  required: ['type', 'title', 'status', 'code', 'reference'],
  properties: {
    type: { type: 'string', description: '`urn:giaoban:error:` and the code' },
    title: { type: 'string', description: 'A sentence for the reader' },
    status: { type: 'integer' },
    code: { type: 'string', example: 'input.invalid' },
    reference: { type: 'string', description: 'The trace id' },
    params: { type: 'object', description: 'The facts of the error, by the code' },
    errors: {
      type: 'array',
      description: 'One for each wrong place',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into what was sent' },
          code: { type: 'string' },
          detail: { type: 'string', description: 'A sentence for the reader' },
        },
      },
    },
  },
} satisfies Schema;

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' } as const,
});

/** What the service calls: the gateway of a committee, whose address an administrator enters. */
const WEBHOOKS: NonNullable<OpenAPIObject['webhooks']> = {
  gatewayMessage: {
    post: {
      operationId: 'takeGatewayMessage',
      tags: ['gateway'],
      summary: 'A message for the committee’s gateway, which passes it on by SMS or chat',
      description:
        'Sent again with the same id and the same body after no answer, a 5xx, 408, 409, 425 or 429, for three days at ' +
        'most; the next message of the same thread waits until then. Redirects are not followed.',
      parameters: [
        header('Giaoban-Signature', '`v1=` and the HMAC-SHA256 of `<Giaoban-Timestamp>.<body>` with the secret'),
        header('Giaoban-Timestamp', 'Seconds since 1970, of this attempt'),
        header('Giaoban-Delivery', 'The id of the message'),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } } },
      },
      responses: {
        '2XX': { description: 'Taken; it is not sent again' },
        '4XX': { description: 'Never taken; the mail is sent where this message was in place of it' },
      },
    },
  },
};

/** Path parameters that are no ids. */
const PARAMETERS: Readonly<Record<string, Schema>> = {
  month: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2020-12' },
  partId: { type: 'string', example: 'situation' },
};
const ID: Schema = { type: 'string', format: 'uuid' };

/** OpenAPI 3.1 of `/api/v1`, from the decorators of the controllers; the application need not be started. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Giao Ban')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addApiKey({ type: 'apiKey', in: 'cookie', name: '__Host-giaoban' }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-CSRF-Token' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, head);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'put', 'post', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation) complete(operation, path, method);
    }
  }
  const schemas = { ...document.components?.schemas, Problem: PROBLEM, Plan: planSchema, PlanProblem: problemSchema };
  Object.assign(schemas, { GatewayMessage: GATEWAY_MESSAGE });
  return {
    ...document,
    webhooks: WEBHOOKS,
    components: { ...document.components, schemas: schemas as Record<string, Schema> },
  };
}

/** Adds what is the same for all operations. */
function complete(operation: Operation, path: string, method: string): void {
  const named = (operation.parameters ?? []).filter((parameter) => !('in' in parameter) || parameter.in !== 'path');
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: PARAMETERS[name] ?? ID,
  }));
  operation.parameters = [...inPath, ...named];
  operation.responses['default'] = {
    description: 'What is wrong',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const isOpen = operation[ACCESS_EXTENSION] === 'public';
  operation.security = isOpen ? [] : [method === 'get' ? { session: [] } : { session: [], token: [] }];
}
