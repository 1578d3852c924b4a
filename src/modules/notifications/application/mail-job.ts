declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'mail.send': { readonly mailId: string };
  }
}

export {};
