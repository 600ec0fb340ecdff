/** Facts of the rows of each day, taken while they pass by; no text of a row is looked at twice. */
import type { ChunkColumn } from '../../core/chunks.ts';
import type { Day } from '../../core/days.ts';
import type { Coverage, DayFacts } from '../../core/schema/coverage.ts';
import { type Column, NO_DAY } from '../../core/table.ts';
import { hashNumber, mixed } from '../../core/text-hash.ts';
import { ColumnHashes } from './column-hashes.ts';
import type { Periods } from '../sheet/format.ts';
import { IdSets } from './id-sets.ts';
import { RowSamples } from './row-samples.ts';

/** Ten years and more: dates of a file with more different days say nothing about what it covers. */
const MAX_DAYS = 4000;

type Columns = ReadonlyMap<string, Column | ChunkColumn>;

export class PeriodFacts {
  private readonly periods: Periods;
  private readonly identity: readonly (readonly [string, ColumnHashes])[];
  private readonly customers = new IdSets();
  private readonly invoices = new IdSets();
  private readonly samples = new RowSamples();
  /** Slots are counted in the order in which their days were met. */
  private readonly slotOf = new Map<Day, number>();
  private readonly rows: number[] = [];
  private readonly digests: number[] = [];

  constructor(periods: Periods) {
    this.periods = periods;
    const { customer, identity } = periods;
    const columns = customer === undefined ? identity : [customer, ...identity];
    this.identity = columns.map((column) => [column, new ColumnHashes()]);
  }

  /** The slot of the day of each row; undefined when rows have no days. */
  add(rows: number, columns: Columns): Uint32Array | undefined {
    const { day, customer = '', invoice = '' } = this.periods;
    const column = columns.get(day);
    if (column?.kind !== 'day') return undefined;
    this.customers.add(rows, columns.get(customer));
    this.invoices.add(rows, columns.get(invoice));
    const identities = new Uint32Array(rows);
    for (const [name, hashes] of this.identity) {
      const cells = columns.get(name);
      if (cells) hashes.addTo(identities, cells);
    }
    return this.count(column.days, identities);
  }

  /** Undefined when there are too many days. @param sumsOf the sums of a slot */
  finish(sumsOf: (slot: number) => DayFacts['sums']): Coverage | undefined {
    if (this.slotOf.size > MAX_DAYS) return undefined;
    const factsOf = (slot: number): DayFacts => ({
      rows: this.rows[slot] ?? 0,
      digest: this.digests[slot] ?? 0,
      sums: sumsOf(slot),
    });
    const days = [...this.slotOf].filter(([day]) => day !== NO_DAY).sort(([a], [b]) => a - b);
    const none = this.slotOf.get(NO_DAY);
    return {
      days: days.map(([day, slot]) => ({ day, ...factsOf(slot) })),
      ...(none !== undefined && { undated: factsOf(none) }),
      customers: this.customers.finish(),
      invoices: this.invoices.finish(),
      unbilled: this.invoices.empty,
      sample: this.samples.finish(),
    };
  }

  private count(days: Int32Array, identities: Uint32Array): Uint32Array {
    const slots = new Uint32Array(identities.length);
    let last: Day | undefined;
    let slot = 0;
    let ofDay = 0;
    for (let row = 0; row < slots.length; row++) {
      const day = days[row] ?? NO_DAY;
      if (day !== last) {
        slot = this.slotFor(day);
        ofDay = hashNumber(day);
        last = day;
      }
      const identity = mixed((identities[row] ?? 0) ^ ofDay);
      slots[row] = slot;
      this.rows[slot] = (this.rows[slot] ?? 0) + 1;
      this.digests[slot] = ((this.digests[slot] ?? 0) + identity) >>> 0;
      this.samples.add(identity, day);
    }
    return slots;
  }

  private slotFor(day: Day): number {
    const known = this.slotOf.get(day);
    if (known !== undefined) return known;
    // One day more than allowed stands for all others.
    const slot = Math.min(this.slotOf.size, MAX_DAYS);
    if (this.slotOf.size <= MAX_DAYS) this.slotOf.set(day, slot);
    return slot;
  }
}
