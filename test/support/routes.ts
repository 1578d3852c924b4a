import { RequestMethod, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Router } from 'express';
import { ACCESS, type Access } from '../../src/platform/http/access.ts';
import type { TestService } from './service.ts';

export interface Route {
  readonly method: string;
  /** As it is declared: `/visits/:visitId/submissions/:submissionId`. */
  readonly path: string;
  /** Undefined where the handler declares nothing, which closes the route to everybody. */
  readonly access: Access | undefined;
  /** Class and method. */
  readonly handler: string;
}

type Handler = (...args: readonly unknown[]) => unknown;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isSafe({ method }: Route): boolean {
  return SAFE.has(method);
}

export function isApi({ path }: Route): boolean {
  return path.startsWith('/api/');
}

/** Every route that a controller declares, as Nest finds them. */
export function declaredRoutes(service: TestService): Route[] {
  const controllers = new Set(
    [...service.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype as Type),
    ),
  );
  return [...controllers].flatMap((controller) => {
    const prototype = controller.prototype as Record<string, Handler>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method = handler && (Reflect.getMetadata('method', handler) as RequestMethod | undefined);
      if (!handler || method === undefined) return [];
      const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as
        Access | undefined;
      return pathsOf(controller, handler).map((path) => ({
        method: RequestMethod[method],
        path,
        access,
        handler: `${controller.name}.${name}`,
      }));
    });
  });
}

/** Every route that Express answers, whoever added it, as `GET /path`. */
export function answeredRoutes(service: TestService): string[] {
  const { router } = service.app.getHttpAdapter().getInstance() as { router: Router };
  return router.stack.flatMap(({ route }) =>
    route ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`) : [],
  );
}

function pathsOf(controller: Type, handler: Handler): string[] {
  const paths = (target: object) => [Reflect.getMetadata('path', target) as string | string[] | undefined].flat();
  return paths(controller).flatMap((prefix) =>
    paths(handler).map((path) => {
      const parts = [prefix, path].map((part) => (part ?? '').replace(/^\/|\/$/g, '')).filter((part) => part !== '');
      return `/${parts.join('/')}`;
    }),
  );
}
