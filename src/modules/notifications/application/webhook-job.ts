declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'webhook.send': { readonly messageId: string };
  }
}

export {};
