/** The trail that a cell of the sheet leads to. */
import type { TrailSubject, UnitFigure } from '../../state/trail.svelte.ts';
import type { SheetColumn } from './columns.ts';

const UNIT_FIGURES: Readonly<Record<string, UnitFigure>> = {
  currentUnit: 'currentUnit',
  estUnit: 'estUnit',
  renewUnit: 'renewUnit',
  cliffPromotion: 'cliffPromotion',
  cliffListMove: 'cliffListMove',
  cliffCommitment: 'cliffCommitment',
  cliffEstUplift: 'cliffEstUplift',
  cliffCurrency: 'cliffCurrency',
};

/** The subject of a cell in a portfolio row; undefined for cells that stand in the file as they are. */
export function trailOfCell(column: SheetColumn | undefined, row: number): TrailSubject | undefined {
  switch (column?.source.from) {
    case 'amount':
      return { kind: 'amount', row, amount: column.source.amount };
    case 'unit': {
      const unit = UNIT_FIGURES[column.key];
      return unit && { kind: 'unit', row, unit };
    }
    case 'result':
    case 'notes':
      return { kind: 'outcome', row };
    default:
      return undefined;
  }
}
