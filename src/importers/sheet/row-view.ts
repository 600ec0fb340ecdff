/** One of the rows that were taken last, for checks that look at several of its cells. */
import type { Day } from '../../core/days.ts';
import { DaySink, TextSink } from './column-sinks.ts';
import type { ColumnSink } from './column-sink.ts';

export class RowView {
  /** Counted from the first that was taken. */
  row = 0;
  private readonly sinks: ReadonlyMap<string, ColumnSink>;

  constructor(sinks: ReadonlyMap<string, ColumnSink>) {
    this.sinks = sinks;
  }

  text(column: string): string {
    const sink = this.sinks.get(column);
    return sink instanceof TextSink ? (sink.valueAt(this.row) ?? '') : '';
  }

  day(column: string): Day | undefined {
    const sink = this.sinks.get(column);
    return sink instanceof DaySink ? sink.valueAt(this.row) : undefined;
  }

  /** Replaces what the row holds in a day column. */
  setDay(column: string, day: Day): void {
    const sink = this.sinks.get(column);
    if (sink instanceof DaySink) sink.replace(this.row, day);
  }
}
