/** Cells of the files' own columns, fetched from the engine when a column shows. */
import type { Column, Table } from '../../core/table.ts';
import type { Workbook, Workspace } from '../../state/workbook.svelte.ts';
import { emptyMap, withAll } from '../table/copies.ts';

export class ExtraCells {
  private columns: ReadonlyMap<string, Column> = $state.raw(emptyMap<string, Column>());
  /** The datasets that the columns belong to. */
  private revision = '';
  private readonly workbook: Workbook;
  /** The same table comes out for the same cells. */
  private last: { portfolio: Table; columns: ReadonlyMap<string, Column>; joined: Table } | undefined;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The portfolio with the columns that have arrived. */
  joined(portfolio: Table): Table {
    const { columns, last } = this;
    if (columns.size === 0) return portfolio;
    if (last?.portfolio === portfolio && last.columns === columns) return last.joined;
    const joined = { rows: portfolio.rows, columns: withAll(portfolio.columns, columns) };
    this.last = { portfolio, columns, joined };
    return joined;
  }

  /** Fetches the columns that are not here yet. Resolves when all are, or the datasets have changed meanwhile. */
  async show(names: readonly string[], workspace: Workspace | undefined): Promise<void> {
    const here = this.revision === workspace?.revision ? this.columns : emptyMap<string, Column>();
    const missing = names.filter((name) => !here.has(name));
    if (!workspace || missing.length === 0) return;
    const { revision, columns } = await this.workbook.runner.run('extraColumns', missing);
    if (revision !== this.workbook.workspace?.revision) return;
    this.columns = withAll(this.revision === revision ? this.columns : emptyMap<string, Column>(), columns);
    this.revision = revision;
  }
}
