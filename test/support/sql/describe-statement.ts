import pg from 'pg';

/** A column of a statement's answer, as PostgreSQL describes it without running the statement. */
export interface DescribedColumn {
  readonly name: string;
  /** The OID of its type. */
  readonly type: number;
  /** The table or view column that it is, unchanged; zeros for computed columns. */
  readonly relation: number;
  readonly attribute: number;
}

interface Connection {
  parse(query: { text: string; name?: string; types?: readonly number[] }): void;
  describe(what: { type: 'S' | 'P'; name?: string }): void;
  sync(): void;
}

/** @throws PostgreSQL's error for an invalid statement */
export function describeStatement(client: pg.Client, text: string): Promise<DescribedColumn[]> {
  return new Promise((resolve, reject) => {
    let columns: DescribedColumn[] = [];
    // The interface that the client requires of a query object.
    const description = {
      submit(connection: Connection): void {
        connection.parse({ text });
        connection.describe({ type: 'S' });
        connection.sync();
      },
      handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
        columns = fields.map(({ name, dataTypeID, tableID, columnID }) => ({
          name,
          type: dataTypeID,
          relation: tableID,
          attribute: columnID,
        }));
      },
      handleError: (error: Error): void => reject(error),
      handleReadyForQuery: (): void => resolve(columns),
    };
    client.query(description as unknown as pg.Submittable);
  });
}
