import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { composeDocument } from '../domain/compose-document.ts';
import { Documents } from '../application/documents.ts';
import type {} from '../errors.ts';
import type { OfficialDocument } from '../domain/official-document.ts';
import { composeWallPlan, type WallPlan } from '../domain/wall-plan.ts';
import type { ComposedFor } from './render-child.ts';
import { RendererLost, RenderProcess } from './render-process.ts';

@Injectable()
export class RenderedDocuments extends Documents implements OnApplicationShutdown {
  private readonly renderer = new RenderProcess();

  override renderPdf(document: OfficialDocument): Promise<Uint8Array> {
    return this.render('pdf', composeDocument(document));
  }

  override renderDocx(document: OfficialDocument): Promise<Uint8Array> {
    return this.render('docx', composeDocument(document));
  }

  override renderWallPlan(plan: WallPlan): Promise<Uint8Array> {
    return this.render('wall', composeWallPlan(plan));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.renderer.dispose();
  }

  private async render<F extends keyof ComposedFor>(format: F, composed: ComposedFor[F]): Promise<Uint8Array> {
    try {
      return await this.renderer.render(format, composed);
    } catch (error) {
      if (error instanceof RendererLost) {
        throw new DomainError('document.not_rendered', { format: format === 'docx' ? 'docx' : 'pdf' });
      }
      throw error;
    }
  }
}
