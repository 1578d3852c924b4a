import { Injectable } from '@nestjs/common';
import { Gauge, register } from 'prom-client';

/** A figure that a module publishes as a metric, with one series per value of its label. */
export interface WatchedFigure {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  /** A value without a figure counts as 0. */
  readonly values: readonly string[];
  /** Reads the figure over all committees; called at each request for the metrics. */
  readonly read: () => Promise<ReadonlyMap<string, number>>;
}

/** The figures of modules among the service's metrics. */
@Injectable()
export class WatchedFigures {
  private readonly figures: WatchedFigure[] = [];

  add(figure: WatchedFigure): void {
    this.figures.push(figure);
  }

  /** Updates all figures; one that cannot be read keeps its last value. */
  async refresh(): Promise<void> {
    for (const { name, help, label, values, read } of this.figures) {
      const found = await read().catch(() => null);
      if (!found) continue;
      // One process may hold several services, but a registry can have only one gauge of a name.
      const gauge =
        (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames: [label] });
      for (const value of values) gauge.set({ [label]: value }, found.get(value) ?? 0);
    }
  }
}
