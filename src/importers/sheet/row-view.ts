/** The row that was read last, for checks that look at several of its cells. */
import type { Day } from '../../core/days.ts';
import { DaySink, type Sink, TextSink, WordSink } from './sinks.ts';

export class RowView {
  private readonly sinks: ReadonlyMap<string, Sink>;

  constructor(sinks: ReadonlyMap<string, Sink>) {
    this.sinks = sinks;
  }

  text(column: string): string {
    const sink = this.sinks.get(column);
    return sink instanceof TextSink || sink instanceof WordSink ? (sink.pending ?? '') : '';
  }

  day(column: string): Day | undefined {
    const sink = this.sinks.get(column);
    return sink instanceof DaySink ? sink.pending : undefined;
  }

  /** Replaces what the row holds in a day column. */
  setDay(column: string, day: Day): void {
    const sink = this.sinks.get(column);
    if (sink instanceof DaySink) sink.pending = day;
  }
}
