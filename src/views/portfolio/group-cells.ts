/** The cells of rows that stand for a group: its name and its subtotals. */
import type { SummedColumn, UnitTotal } from '../../sheet/arrange/subtotals.ts';
import { type ClosedGroups, closedGroups, isClosed } from '../../sheet/arrange/view-rows.ts';
import type { GridGroup } from '../../ui/grid/source.ts';
import type { SheetColumn } from './columns.ts';
import { groupLabels, groupTitle } from './group-path.ts';
import type { ArrangedRows } from './arranged-rows.ts';
import { summedColumn, totalWords } from './summed.ts';
import { copiedDecimal } from './wording.ts';

export class GroupCells {
  private readonly arranged: ArrangedRows;
  private readonly columns: readonly SheetColumn[];
  private readonly summed: readonly (SummedColumn | undefined)[];
  private readonly closed: ClosedGroups;

  constructor(arranged: ArrangedRows, columns: readonly SheetColumn[], closed: readonly string[]) {
    this.arranged = arranged;
    this.columns = columns;
    this.summed = columns.map((column) => summedColumn(column, arranged.data));
    this.closed = closedGroups(closed);
  }

  facts(group: number): GridGroup {
    const { groups } = this.arranged.arrangement;
    const [start = 0, end = 0] = [groups?.start[group], groups?.end[group]];
    const labels = groupLabels(this.arranged, group);
    const label = groupTitle(labels.at(-1) ?? '');
    return { level: labels.length, label, count: end - start, closed: isClosed(this.closed, labels) };
  }

  /** The name in the first column, subtotals in those that add up. */
  text(group: number, column: number): string {
    if (column === 0) return this.facts(group).label;
    const own = this.columns[column];
    const { format } = this.arranged.data;
    return totalWords(this.totals(group, column), own?.sums, format);
  }

  /** The exact subtotals of a group, one for each unit. */
  sums(group: number, column: number): readonly UnitTotal[] {
    return column === 0 ? [] : this.totals(group, column);
  }

  /** A subtotal as a plain decimal. */
  copy(group: number, column: number): string {
    if (column === 0) return this.facts(group).label;
    const totals = this.totals(group, column);
    const [only] = totals;
    return totals.length > 1 || !only ? this.text(group, column) : copiedDecimal(only.sum, this.arranged.data.format);
  }

  private totals(group: number, column: number): readonly UnitTotal[] {
    const summed = this.summed[column];
    return (summed && this.arranged.subtotals?.of(summed, group)) ?? [];
  }
}
