import type { Ref } from '../../../kernel/id.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'webhook.send': { readonly messageId: Ref<'WebhookMessage'> };
  }
}

export {};
