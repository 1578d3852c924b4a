import { Injectable } from '@nestjs/common';
import { Gauge, register } from 'prom-client';

/** A figure that a module has about its own part, in as many series as its label has values. */
export interface WatchedFigure {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  /** What is not read is 0. */
  readonly values: readonly string[];
  /** Reads it for all committees; called whenever the metrics are asked for. */
  readonly read: () => Promise<ReadonlyMap<string, number>>;
}

/** Figures of modules among the metrics of the service. */
@Injectable()
export class WatchedFigures {
  private readonly figures: WatchedFigure[] = [];

  add(figure: WatchedFigure): void {
    this.figures.push(figure);
  }

  /** Brings all of them up to date; one that cannot be read now keeps its last value. */
  async refresh(): Promise<void> {
    for (const { name, help, label, values, read } of this.figures) {
      const found = await read().catch(() => null);
      if (!found) continue;
      // A process may hold several services, and a registry one gauge of a name.
      const gauge =
        (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames: [label] });
      for (const value of values) gauge.set({ [label]: value }, found.get(value) ?? 0);
    }
  }
}
