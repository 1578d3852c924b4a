import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.ts';
import { composeDocument } from './compose-document.ts';
import { Documents } from './documents.ts';
import type {} from './errors.ts';
import type { OfficialDocument } from './official-document.ts';
import { renderComposedDocx } from './render-docx.ts';
import { TypstProcess, TypstProcessLost } from './typst-process.ts';

@Injectable()
export class OfficeDocuments extends Documents implements OnApplicationShutdown {
  private readonly typst = new TypstProcess();

  override async renderPdf(document: OfficialDocument): Promise<Uint8Array> {
    const composed = JSON.stringify(composeDocument(document));
    try {
      return await this.typst.render(composed).catch((error: unknown) => {
        // Rendering has no effect but its answer, so a second process may try.
        if (error instanceof TypstProcessLost) return this.typst.render(composed);
        throw error;
      });
    } catch (error) {
      if (error instanceof TypstProcessLost) throw new DomainError('document.not_rendered', { format: 'PDF' });
      throw error;
    }
  }

  override async renderDocx(document: OfficialDocument): Promise<Uint8Array> {
    return renderComposedDocx(composeDocument(document));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.typst.dispose();
  }
}
