/** The pivots of a workbook: which of them is open, and the changes that the document takes. */
import { pivotText } from '../../core/text/en/pivot.ts';
import type { PivotSpec } from '../../sheet/model/workbook-parts.ts';
import { withoutEntry } from '../../state/with-entry.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

/** What is there before the user has made anything. */
const STARTER: PivotSpec = {
  id: 'pivot:1',
  name: pivotText.pivots.numbered(1),
  rows: [{ key: 'customer' }],
  columns: [],
  values: [{ key: 'extra', aggregate: 'sum' }],
  filters: [],
  chart: 'none',
};

export class Pivots {
  private readonly workbook: Workbook;
  private activeId: string = $state('');

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  get all(): readonly PivotSpec[] {
    const { pivots } = this.workbook.document;
    return pivots.length > 0 ? pivots : [STARTER];
  }

  get active(): PivotSpec {
    return this.all.find(({ id }) => id === this.activeId) ?? this.all[0] ?? STARTER;
  }

  open(id: string): void {
    this.activeId = id;
  }

  /** @param what the step, in the words of the history */
  change(spec: PivotSpec, what: string): void {
    this.set(this.all.map((one) => (one.id === spec.id ? spec : one)), what); // prettier-ignore
  }

  /** Begins another pivot, named as a number that is free. */
  add(): void {
    const numbers = this.all.map(({ id }) => Number(id.replace(/^pivot:/, '')) || 0);
    const number = Math.max(0, ...numbers) + 1;
    const name = pivotText.pivots.numbered(number);
    const spec: PivotSpec = { ...STARTER, id: `pivot:${String(number)}`, name };
    this.set([...this.all, spec], pivotText.steps.new(name));
    this.open(spec.id);
  }

  rename(name: string): void {
    this.change({ ...this.active, name }, pivotText.steps.rename(name));
  }

  /** Whether another pivot has the name. */
  isTaken(name: string): boolean {
    return this.all.some((one) => one.id !== this.active.id && one.name === name);
  }

  remove(): void {
    const { id, name } = this.active;
    const tables = withoutEntry(this.workbook.document.tables, id);
    const pivots = this.all.filter((one) => one.id !== id);
    this.workbook.gate.dispatch({ kind: 'set-parts', parts: { pivots, tables }, what: pivotText.steps.delete(name) });
  }

  private set(pivots: readonly PivotSpec[], what: string): void {
    this.workbook.gate.dispatch({ kind: 'set-pivots', pivots, what });
  }
}

const known = new WeakMap<Workbook, Pivots>();

/** The pivots of a workbook: which is open outlives the screen. */
export function pivotsOf(workbook: Workbook): Pivots {
  const pivots = known.get(workbook) ?? new Pivots(workbook);
  known.set(workbook, pivots);
  return pivots;
}
