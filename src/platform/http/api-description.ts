import type * as Swagger from '@nestjs/swagger';

/**
 * The decorators by which controllers and messages describe the API. Only `npm run openapi` and the test that compares
 * want to know what they say: a service that starts would load five hundred files for it, so there they do nothing.
 */
const isWanted = process.env['DESCRIBE_API'] === 'yes';
const silent = () => () => undefined;

export const {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExcludeController,
  ApiExcludeEndpoint,
  ApiExtension,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiQuery,
  ApiTags,
} = isWanted ? await import('@nestjs/swagger') : (new Proxy({}, { get: () => silent }) as typeof Swagger);
