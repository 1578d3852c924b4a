import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.ts';
import { composeDocument } from './compose-document.ts';
import { Documents } from './documents.ts';
import type {} from './errors.ts';
import type { OfficialDocument } from './official-document.ts';
import { RendererLost, RenderProcess } from './render-process.ts';

@Injectable()
export class OfficeDocuments extends Documents implements OnApplicationShutdown {
  private readonly renderer = new RenderProcess();

  override renderPdf(document: OfficialDocument): Promise<Uint8Array> {
    return this.render('pdf', document);
  }

  override renderDocx(document: OfficialDocument): Promise<Uint8Array> {
    return this.render('docx', document);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.renderer.dispose();
  }

  private async render(format: 'pdf' | 'docx', document: OfficialDocument): Promise<Uint8Array> {
    try {
      return await this.renderer.render(format, composeDocument(document));
    } catch (error) {
      if (error instanceof RendererLost) throw new DomainError('document.not_rendered', { format });
      throw error;
    }
  }
}
