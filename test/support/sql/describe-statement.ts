import pg from 'pg';

/** A column of a statement's answer, as PostgreSQL describes it without running the statement. */
export interface DescribedColumn {
  readonly name: string;
  /** Its type's number. */
  readonly type: number;
  /** The column of a table or view that it is as it stands; zeros for anything that is computed. */
  readonly relation: number;
  readonly attribute: number;
}

interface Connection {
  parse(query: { text: string; name?: string; types?: readonly number[] }): void;
  describe(what: { type: 'S' | 'P'; name?: string }): void;
  sync(): void;
}

/** @throws what PostgreSQL has against the statement */
export function describeStatement(client: pg.Client, text: string): Promise<DescribedColumn[]> {
  return new Promise((resolve, reject) => {
    let columns: DescribedColumn[] = [];
    // What the client wants of anything that it is to run in its turn.
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
