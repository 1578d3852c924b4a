import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '../platform/http/api-description.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Public } from '../platform/http/access.ts';
import { projectRoot } from '../platform/project-root.ts';

/** Written by `npm run openapi`; a test compares it with the code. */
export const OPENAPI_FILE = join(projectRoot, 'src/app/openapi.json');

@ApiTags('service')
@Controller('api/v1')
export class OpenApiController {
  private readonly document = readFileSync(OPENAPI_FILE, 'utf8');

  @Public()
  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ operationId: 'getOpenApi', summary: 'This description' })
  @ApiOkResponse({ schema: { type: 'object' }, description: 'OpenAPI 3.1' })
  get(): string {
    return this.document;
  }
}
