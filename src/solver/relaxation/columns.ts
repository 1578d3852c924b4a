/** Sparse columns of a linear programme, collected one after another in compressed form. */
export class Columns {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  get count(): number {
    return this.cost.length;
  }

  entry(row: number, value: number): void {
    if (row < 0 || value === 0) return;
    this.indices.push(row);
    this.values.push(value);
  }

  /** Ends the column whose entries have been given. */
  end(cost: number, lower: number, upper: number): void {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.starts.push(this.indices.length);
  }

  /** In the form that HiGHS takes. */
  data(rows: number): {
    cost: Float64Array;
    lower: Float64Array;
    upper: Float64Array;
    matrix: {
      format: 'csc';
      numRows: number;
      numCols: number;
      starts: Int32Array;
      indices: Int32Array;
      values: Float64Array;
    };
  } {
    return {
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: this.count,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
    };
  }
}
