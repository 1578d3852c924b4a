import type { Ref } from '../../../kernel/id.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'mail.send': { readonly mailId: Ref<'Mail'> };
  }
}

export {};
