import type { DocumentId } from '../../../kernel/id.ts';
declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'briefing.render': { readonly documentId: DocumentId };
  }
}

export {};
