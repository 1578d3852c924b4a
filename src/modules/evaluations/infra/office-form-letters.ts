import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Outbox } from '../../notifications/index.ts';
import { FormLetters } from '../application/ports.ts';
import type { SubmissionId } from '../domain/submission.ts';

interface LetterRow {
  visit_id: string;
  held_on: Day;
  branch: string;
  specialist: string;
  email: string;
  account_id: AccountId | null;
  locale: Locale | null;
  reviewer: string | null;
}

/** Who signs where the service itself returns a form. */
const BOARD: Record<Locale, string> = { vi: 'Ban Tổ chức', en: 'the organisation board' };

@Injectable()
export class OfficeFormLetters extends FormLetters {
  constructor(
    private readonly work: Work,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async returned(submissionId: SubmissionId, comments: string): Promise<void> {
    const [row] = await this.work.query<LetterRow>(
      `select v.id as visit_id, v.held_on, b.name as branch, p.name as specialist, p.email, a.id as account_id, a.locale,
         (select name from accounts where id = $2) as reviewer
       from submissions s join visits v on v.id = s.visit_id join branches b on b.id = v.branch_id
       join specialists p on p.id = v.specialist_id
       left join memberships g on g.specialist_id = p.id and g.role = 'specialist'
       left join accounts a on a.id = g.account_id
       where s.id = $1 order by a.created_at limit 1`,
      [submissionId, this.work.actor.accountId],
    );
    if (!row) throw new Error(`submission ${submissionId} is not there`);
    const locale = row.locale ?? 'vi';
    await this.outbox.post({
      key: `form-returned/${submissionId}`,
      to: { address: row.email, name: row.specialist, ...(row.account_id && { accountId: row.account_id }) },
      locale,
      template: 'form-returned',
      model: {
        day: row.held_on,
        branch: row.branch,
        comment: comments,
        reviewer: row.reviewer ?? BOARD[locale],
        link: `${this.config.publicUrl}/my/visits/${row.visit_id}/form`,
      },
    });
  }
}
