import { type DocumentId, newId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, dayIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { Documents } from '../application/documents.ts';
import { numberAndSymbol, symbol } from '../domain/office-numbering.ts';
import { type OfficialDocument } from '../domain/official-document.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { Letterheads, type Letterhead } from './letterheads.ts';

export type FileFormat = 'pdf' | 'docx';

export interface DocumentRequest {
  /** Code of the type, such as TB or BC; numbers run per type and term of the committee. */
  readonly type: string;
  /** The number that the office's own register has given; null or left out for the next one. */
  readonly given?: number | null;
  readonly title: string;
  /** Called once the number is known. */
  readonly compose: (
    letterhead: Letterhead,
    number: OfficialDocument['head']['number'],
    issuedOn: Day,
  ) => OfficialDocument;
}

export interface IssuedDocument {
  readonly id: DocumentId;
  /** `05-TB/BTCQU` */
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly contentHash: string;
}

export type DocumentName = Omit<IssuedDocument, 'contentHash'>;

/** A reserved number, and what is printed on a document with it. */
export interface ReservedDocument extends DocumentName {
  readonly type: string;
  readonly letterhead: Letterhead;
  readonly number: Extract<OfficialDocument['head']['number'], { kind: 'numbered' }>;
}

export interface DocumentFile {
  /** Without diacritics, so that every mail program and file system accepts it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The committee's register of numbered documents. A number is given in the transaction that issues the document, so
 * there are no gaps; files are rendered from the stored content when first asked for, and stored.
 */
@Injectable()
export class DocumentRegister {
  private readonly underWay = new Map<string, Promise<DocumentFile>>();

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly letterheads: Letterheads,
    private readonly audit: AuditTrail,
  ) {}

  /** Takes part in the ambient transaction. @throws DomainError register.number_taken */
  async issue({ type, given = null, title, compose }: DocumentRequest): Promise<IssuedDocument> {
    const reserved = await this.reserve(type, given);
    return this.issueAs(reserved, title, compose(reserved.letterhead, reserved.number, reserved.issuedOn));
  }

  /**
   * Reserves the next number, or a given one, for a document that is issued in the same transaction. Other transactions
   * that need a number of this type wait until it ends. Of a given number that is above all others the next ones go on.
   * @throws DomainError register.number_taken
   */
  async reserve(type: string, given: number | null = null): Promise<ReservedDocument> {
    const letterhead = await this.letterheads.get();
    const [row] = await this.work.query<{ lastNumber: number }>(
      `insert into document_numbers as n (committee_id, type, term, last_number)
       values (current_committee(), $1, $2, coalesce($3::integer, 1))
       on conflict (committee_id, type, term) do update
         set last_number = greatest(n.last_number + 1 - ($3::integer is not null)::integer, $3::integer)
       returning last_number as "lastNumber"`,
      [type, letterhead.term, given],
    );
    if (given !== null) await this.mustBeFree(type, letterhead.term, given);
    const number = given ?? row?.lastNumber ?? 1;
    const documentSymbol = symbol(type, letterhead.boardSymbol);
    return {
      id: newId<'Document'>(),
      type,
      letterhead,
      number: { kind: 'numbered', number, symbol: documentSymbol },
      symbol: numberAndSymbol(number, documentSymbol),
      issuedOn: dayIn(letterhead.timeZone, this.clock.now()),
    };
  }

  /** What the next document of a type gets, unless somebody else issues one before. */
  nextNumber(type: string): Promise<number> {
    return this.work.run(async () => {
      const { term } = await this.letterheads.get();
      const [row] = await this.work.query<{ next: number }>(
        `select last_number + 1 as next from document_numbers where type = $1 and term = $2`,
        [type, term],
      );
      return row?.next ?? 1;
    });
  }

  /** Nobody else can take it, because the row of the type's numbers is locked. @throws DomainError register.number_taken */
  private async mustBeFree(type: string, term: string, number: number): Promise<void> {
    const [row] = await this.work.query<{ symbol: string; issuedOn: Day }>(
      `select symbol, issued_on as "issuedOn" from documents where type = $1 and term = $2 and number = $3`,
      [type, term, number],
    );
    if (row) throw new DomainError('register.number_taken', row);
  }

  async issueAs(reserved: ReservedDocument, title: string, content: OfficialDocument): Promise<IssuedDocument> {
    const { id, type, letterhead, number, issuedOn } = reserved;
    const issued: IssuedDocument = { id, symbol: reserved.symbol, issuedOn, contentHash: contentHash(content) };
    await this.work.query(
      `insert into documents (committee_id, id, type, term, number, symbol, title, issued_on, content, content_hash, made_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        type,
        letterhead.term,
        number.number,
        issued.symbol,
        title,
        issuedOn,
        JSON.stringify(content),
        issued.contentHash,
        this.clock.now(),
      ],
    );
    this.audit.record({
      action: 'document.issued',
      subject: { kind: 'document', id },
      details: { symbol: issued.symbol, contentHash: issued.contentHash },
    });
    return issued;
  }

  /** @throws DomainError register.document_not_found */
  async symbolOf(id: DocumentId): Promise<string> {
    return (await this.describe(id)).symbol;
  }

  /** @throws DomainError register.document_not_found */
  async describe(id: DocumentId): Promise<DocumentName> {
    const [row] = await this.work.run(() =>
      this.work.query<DocumentName>(`select id, symbol, issued_on as "issuedOn" from documents where id = $1`, [id]),
    );
    if (!row) throw new DomainError('register.document_not_found', { documentId: id });
    return row;
  }

  /** What other documents and mails name it by. @throws DomainError register.document_not_found */
  async referenceOf(id: DocumentId): Promise<Pick<IssuedDocument, 'symbol' | 'issuedOn'>> {
    const [row] = await this.work.query<Pick<IssuedDocument, 'symbol' | 'issuedOn'>>(
      `select symbol, issued_on as "issuedOn" from documents where id = $1`,
      [id],
    );
    if (!row) throw new DomainError('register.document_not_found', { documentId: id });
    return row;
  }

  /** The content of a document as issued. @throws DomainError register.document_not_found */
  async contentOf(id: DocumentId): Promise<OfficialDocument> {
    const [row] = await this.work.run(() =>
      this.work.query<{ content: OfficialDocument }>(`select content from documents where id = $1`, [id]),
    );
    if (!row) throw new DomainError('register.document_not_found', { documentId: id });
    return row.content;
  }

  /**
   * The file as first rendered; rendered outside of any transaction, and once for all requests that wait for it in this
   * process.
   */
  file(id: DocumentId, format: FileFormat): Promise<DocumentFile> {
    const key = `${this.work.actor.committeeId}/${id}/${format}`;
    const underWay = this.underWay.get(key);
    if (underWay) return underWay;
    const file = this.make(id, format).finally(() => this.underWay.delete(key));
    this.underWay.set(key, file);
    return file;
  }

  private async make(id: DocumentId, format: FileFormat): Promise<DocumentFile> {
    const row = await this.work.run(() => this.read(id, format));
    const name = `${fileName(row.symbol)}.${format}`;
    if (row.bytes) return { name, bytes: row.bytes };
    const bytes = await (format === 'pdf'
      ? this.documents.renderPdf(row.content)
      : this.documents.renderDocx(row.content));
    await this.work.run(() =>
      this.work.query(`update documents set ${format} = coalesce(${format}, $2) where id = $1`, [
        id,
        Buffer.from(bytes),
      ]),
    );
    return { name, bytes };
  }

  private async read(
    id: DocumentId,
    format: FileFormat,
  ): Promise<{ symbol: string; content: OfficialDocument; bytes: Buffer | null }> {
    const [row] = await this.work.query<{ symbol: string; content: OfficialDocument; bytes: Buffer | null }>(
      `select symbol, content, ${format} as bytes from documents where id = $1`,
      [id],
    );
    if (!row) throw new DomainError('register.document_not_found', { documentId: id });
    return row;
  }
}

/** Of a document's symbol: without diacritics, for every file system. */
export function fileName(documentSymbol: string): string {
  return documentSymbol
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9-]+/g, '-');
}
