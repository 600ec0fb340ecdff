/** Watches one column while its sink reads it: what is wrong with its distinct texts, and in which rows they stand. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { MessageParams } from '../../core/text/message-params.ts';
import type { BlockCells } from '../read/byte-csv/byte-rows.ts';
import type { Field, StyleNote } from '../sheet/fields.ts';
import { CELL_REPAIRS } from './cells/index.ts';
import type { ColumnRepair } from './cells/cell-repair.ts';
import { isSuspect } from './cells/suspect-bytes.ts';
import type { Finding } from './finding.ts';
import { changesData, isRepairable } from './nature.ts';
import { Places } from './places.ts';
import { type ClinicOrder, defaultOf, mustAsk, rejectsLeft, treatmentOf } from './policy.ts';

/** Damage of one distinct text; each row with that text is a place of it. */
export interface Damage {
  readonly places: Places;
  readonly before: string;
  readonly after: string;
  readonly otherwise: string;
}

/** A text after the repairs that change texts. */
export interface Examined {
  readonly text: string;
  readonly damages: readonly Damage[];
  /** The row must not pass, since the repair it needs is not applied. */
  readonly problem?: DiagnosticCode;
}

/** What the reading of a damaged text says beside its value. */
export interface Repaired {
  readonly damages?: readonly Damage[];
  readonly problem?: DiagnosticCode;
}

/** A text with nothing wrong. */
export function plainly(text: string): Examined {
  return { text, damages: [] };
}

export class ColumnClinic {
  /** The column as the file names it. */
  readonly label: string;
  private readonly field: Field;
  private readonly order: ClinicOrder;
  private readonly repairs: readonly ColumnRepair[];
  private readonly looksAtAll: boolean;
  private readonly found = new Map<RepairCode, Places>();

  constructor(field: Field, label: string, order: ClinicOrder) {
    this.field = field;
    this.label = label;
    this.order = order;
    this.repairs = CELL_REPAIRS.flatMap((make) => make(field) ?? []);
    this.looksAtAll = this.repairs.some(({ looksAtAll }) => looksAtAll === true);
  }

  /** Looks at a text that is not blank, before it is read. */
  examine(text: string): Examined {
    let mended = text;
    let problem: DiagnosticCode | undefined;
    const damages: Damage[] = [];
    for (const repair of this.repairs) {
      const after = repair.mend(mended);
      if (after === undefined) continue;
      damages.push(this.note(repair.code, mended, after));
      if (this.isApplied(repair.code)) mended = after;
      else problem ??= this.problemOf(repair.code);
    }
    return problem === undefined ? { text: mended, damages } : { text: mended, damages, problem };
  }

  /** Whether a text has to be looked at; the others are fine as they are. */
  isSuspect(block: BlockCells, start: number, end: number): boolean {
    return this.looksAtAll || isSuspect(block, start, end);
  }

  /** Notes damage that the reader of the column has found itself. `otherwise`: how the text reads when it is left. */
  note(code: RepairCode, before: string, after: string, otherwise = before): Damage {
    let places = this.found.get(code);
    if (!places) {
      const { spotlight } = this.order;
      const isLit = spotlight?.code === code && spotlight.column === this.label;
      this.found.set(code, (places = new Places(isLit ? spotlight : undefined)));
    }
    return { places, before, after, otherwise };
  }

  isApplied(code: RepairCode): boolean {
    return treatmentOf(this.order, code, this.label) === 'apply';
  }

  /** What reading a cell takes, which is a problem where that is not applied. */
  repairedBy(code: RepairCode, damage: Damage): Repaired {
    const problem = this.problemOf(code);
    return { damages: [damage], ...(problem && { problem }) };
  }

  /** What is wrong with a cell whose repair is not applied; a text can be kept as it came, a number or a date cannot. */
  problemOf(code: RepairCode): DiagnosticCode | undefined {
    if (this.isApplied(code) || !changesData(code)) return undefined;
    const cannotStay = this.field.kind !== 'text' || rejectsLeft(this.order, code, this.label);
    return cannotStay ? needed(code) : undefined;
  }

  /** @param note what was decided about the column's decimal mark or date order */
  findings(note: StyleNote | undefined, factsOf: (code: RepairCode) => MessageParams): Finding[] {
    return [...this.found].flatMap(([code, { rows, samples }]) => {
      const repair = this.repairs.find((one) => one.code === code);
      const style = isStyle(code) ? note : undefined;
      const certainty = repair ? repair.certainty() : (style?.certainty ?? 'sure');
      if (certainty === undefined || rows === 0) return [];
      const place = { code, column: this.label };
      return {
        ...place,
        rows,
        samples,
        certainty,
        repairable: isRepairable(code),
        default: certainty === 'ask' ? 'leave' : defaultOf(code),
        treatment: (isApplied(this.order) ? style?.treatment : undefined) ?? treatmentOf(this.order, code, this.label),
        blocking: style?.isAnswered !== true && mustAsk(this.order, place),
        facts: { ...factsOf(code), ...repair?.facts?.() },
      };
    });
  }
}

/** In reports the style says how a column would be read, not that it is. */
function isApplied({ mode }: ClinicOrder): boolean {
  return mode !== 'report';
}

function isStyle(code: RepairCode): boolean {
  return code === 'decimal-comma' || code === 'date-order';
}

const NEEDED = {
  'guard-apostrophe': 'needs-guard-apostrophe',
  'decimal-comma': 'needs-decimal-comma',
  'thousands-marks': 'needs-thousands-marks',
  'date-order': 'needs-date-order',
  'date-serial': 'needs-date-serial',
  mojibake: 'needs-mojibake',
  'total-row': 'needs-total-row',
} as const satisfies Partial<Record<RepairCode, DiagnosticCode>>;

/** Says of a row that it needs a repair which is not applied. */
export function needed(code: RepairCode): DiagnosticCode | undefined {
  return Object.entries(NEEDED).find(([name]) => name === code)?.[1];
}
