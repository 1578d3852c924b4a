import type { SignedInPerson, TestService } from './service.ts';

export interface ApiReply<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: T;
}

export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** A client of the HTTP API with somebody's session. */
export function apiOf(service: TestService, person: SignedInPerson) {
  return async <T = Problem>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiReply<T>> => {
    const reply = await fetch(`${service.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: person.cookie,
        'x-csrf-token': person.csrf,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    return {
      status: reply.status,
      etag: reply.headers.get('etag'),
      body: (text === '' ? null : JSON.parse(text)) as T,
    };
  };
}
