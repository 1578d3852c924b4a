import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from '../http/errors.ts';
import { SignedIn } from '../http/access.ts';
import { ApiExcludeController } from '../http/api-description.ts';
import { ChangeHub, jobUpdateOf } from './change-hub.ts';
import { EventStream } from './event-stream.ts';
import { TOPIC } from './change.ts';

const MOST_TOPICS = 8;

/** The stream of the pages: progress of jobs, and changes of what they show. */
@ApiExcludeController()
@Controller('events')
export class EventsController {
  constructor(private readonly hub: ChangeHub) {}

  @SignedIn()
  @Get()
  async follow(
    @Query() query: Record<string, unknown>,
    @Headers('last-event-id') lastId: string | undefined,
    @Req() { session }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const topics = [query['about'] ?? []]
      .flat()
      .filter((topic): topic is string => typeof topic === 'string' && TOPIC.test(topic));
    if (!session || topics.length === 0 || topics.length > MOST_TOPICS) throw new DomainError('http.not_found', {});
    const since = typeof query['since'] === 'string' ? query['since'] : (lastId ?? null);
    const stream = new EventStream(response);
    const { committeeId, accountId } = session.actor;
    const leave = await this.hub.follow({
      committeeId,
      accountId,
      topics: new Set(topics),
      since,
      tell: (change) =>
        change.kind === 'job'
          ? stream.send({ data: jobUpdateOf(change) })
          : stream.send({ event: 'change', data: { name: change.name, about: change.about } }),
      end: () => stream.end(),
    });
    stream.onClose(leave);
  }
}
