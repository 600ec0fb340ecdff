/** All that the clinic finds in one pass over a sheet: per column, and about whole rows. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { MessageParams } from '../../core/text/message-params.ts';
import type { Field } from '../sheet/fields.ts';
import { ColumnClinic } from './column-clinic.ts';
import type { Certainty, Finding } from './finding.ts';
import { isRepairable } from './nature.ts';
import { Places } from './places.ts';
import type { SecondTable } from './rows/second-table.ts';
import { type ClinicOrder, defaultOf, mustAsk, treatmentOf } from './policy.ts';

interface Whole {
  readonly places: Places;
  certainty: Certainty;
  facts: MessageParams;
}

export class SheetClinic {
  readonly order: ClinicOrder;
  private readonly wholes = new Map<RepairCode, Whole>();

  constructor(order: ClinicOrder) {
    this.order = order;
  }

  column(field: Field, label: string): ColumnClinic {
    return new ColumnClinic(field, label, this.order);
  }

  treatment(code: RepairCode): 'apply' | 'leave' {
    return treatmentOf(this.order, code, '');
  }

  /** Notes a place that concerns whole rows. */
  note(code: RepairCode, row: number, before: string, after: string): void {
    this.whole(code).places.add(row, before, after);
  }

  /** Notes something about the whole text. */
  count(code: RepairCode, rows: number, facts: MessageParams = {}): void {
    const whole = this.whole(code);
    whole.places.count(rows);
    whole.facts = { ...whole.facts, ...facts };
  }

  /** Notes that another table begins below. */
  noteTable({ line, header, rows, isKnown }: SecondTable): void {
    this.note('second-table', line, header, '');
    this.count('second-table', rows, { isKnown: String(isKnown) });
  }

  /** What speaks for a finding about rows, and how strongly. */
  believe(code: RepairCode, certainty: Certainty, facts: MessageParams): void {
    const whole = this.whole(code);
    whole.certainty = certainty;
    whole.facts = { ...whole.facts, ...facts };
  }

  /** The findings about whole rows and the whole text. */
  wholeFindings(): Finding[] {
    return [...this.wholes].flatMap(([code, { places, certainty, facts }]) => {
      if (places.rows === 0) return [];
      const place = { code, column: '' };
      return {
        ...place,
        rows: places.rows,
        samples: places.samples,
        certainty,
        repairable: isRepairable(code),
        default: defaultOf(code),
        treatment: treatmentOf(this.order, code, ''),
        blocking: mustAsk(this.order, place),
        facts,
      };
    });
  }

  private whole(code: RepairCode): Whole {
    let whole = this.wholes.get(code);
    if (!whole) {
      const { spotlight } = this.order;
      const isLit = spotlight?.code === code && spotlight.column === '';
      this.wholes.set(
        code,
        (whole = { places: new Places(isLit ? spotlight : undefined), certainty: 'sure', facts: {} }),
      );
    }
    return whole;
  }
}
