import { Controller, Get } from '@nestjs/common';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page } from '../../platform/http/page.ts';
import { buildServicePage } from './build-service-page.ts';
import { ServiceFactsReadModel } from './service-facts-read-model.ts';

/** The home of an administrator: what the service needs. */
@ApiExcludeController()
@Controller('service')
export class ServicePageController {
  constructor(private readonly facts: ServiceFactsReadModel) {}

  @Allows('service.watch')
  @Get()
  async show(): Promise<Page> {
    return new Page('service', buildServicePage(await this.facts.read()));
  }
}
