declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'briefing.render': { readonly documentId: string };
  }
}

export {};
