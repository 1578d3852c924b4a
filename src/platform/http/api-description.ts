import type * as Swagger from '@nestjs/swagger';

/**
 * Decorators by which controllers and messages describe the API. Only `npm run openapi` and the test that compares its
 * result use them. The library behind them is five hundred files, so in a running service they do nothing.
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
  ApiParam,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiQuery,
  ApiTags,
} = isWanted ? await import('@nestjs/swagger') : (new Proxy({}, { get: () => silent }) as typeof Swagger);
