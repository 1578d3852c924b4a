import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { DocumentHead, RecipientsList, SignatureBlock } from '../domain/official-document.ts';

/** What is printed on every document of a committee; labels of the committee, entered at set-up or by an import. */
export interface Letterhead {
  readonly committee: string;
  readonly superior: string;
  readonly board: string;
  readonly boardSymbol: string;
  readonly place: string;
  /** The term within which numbers run, such as `2020–2025`. */
  readonly term: string;
  readonly timeZone: string;
  readonly signature: SignatureBlock;
}

interface LabelRow {
  name: string;
  timeZone: string;
  labels: Readonly<Record<string, string | null | undefined>>;
}

@Injectable()
export class Letterheads {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async get(): Promise<Letterhead> {
    const [row] = await this.work.query<LabelRow>(`select name, time_zone as "timeZone", labels from acting_committee`);
    if (!row) throw new Error('the acting committee does not exist');
    const { labels } = row;
    const board = labels['boardName'] ?? 'Ban Tổ chức';
    return {
      committee: row.name,
      superior: labels['superiorName'] ?? row.name,
      board,
      boardSymbol: labels['boardSymbol'] ?? 'BTC',
      place: labels['place'] ?? '',
      term: labels['term'] ?? '',
      timeZone: row.timeZone,
      signature: { position: labels['signatoryTitle'] ?? 'Trưởng ban', name: labels['signatoryName'] ?? '' },
    };
  }
}

/** The head of a document of the organisation board, under its committee. */
export function headOf(
  letterhead: Letterhead,
  number: DocumentHead['number'],
  date: DocumentHead['date'],
): DocumentHead {
  return { superior: letterhead.committee, issuer: letterhead.board, number, place: letterhead.place, date };
}

export function recipientsOf({ board }: Letterhead, ...to: readonly string[]): RecipientsList {
  return { to, archive: board };
}
