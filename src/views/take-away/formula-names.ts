/** The named values of a workbook, as its exported formulas use them. */
import { shiftPoint } from '../../core/decimal-text.ts';
import type { RawCell } from '../../core/table-export.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { isError, type Scalar } from '../../sheet/formula/value.ts';
import type { Calculated } from '../../sheet/calculation/model.ts';
import type { TableFileRequest } from '../../state/take-away.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { PORTFOLIO_TABLE } from '../calculation/base-table.ts';
import { GIVEN_NAMES, givenNames } from '../calculation/given-names.ts';

type Formulas = NonNullable<TableFileRequest['formulas']>;

/** What the formulas of the portfolio's columns refer to. @param hasAllRows no filter hides rows */
export function formulaContext(workbook: Workbook, result: Calculated | undefined, hasAllRows: boolean): Formulas {
  const { document, asOf } = workbook;
  const own = document.names.flatMap(({ name, unit, note }) => {
    const value = result?.names.get(nameKey(name))?.value;
    return value === undefined || !isScalar(value) ? [] : [{ name, unit, note, ...cellOf(value) }];
  });
  const taken = new Set(own.map(({ name }) => nameKey(name)));
  const values = givenNames(document.scenario.est, asOf, document.horizonMonths);
  const given = GIVEN_NAMES.filter((name) => !taken.has(nameKey(name))).map((name) => ({
    ...{ name, unit: '', note: '' },
    ...cellOf(values.get(nameKey(name)) ?? null),
  }));
  return { tableName: PORTFOLIO_TABLE, names: [...own, ...given], hasAllRows };
}

function isScalar(value: Scalar | { readonly at: unknown }): value is Scalar {
  return typeof value !== 'object' || value === null || !('at' in value);
}

function cellOf(value: Scalar): { readonly text: string; readonly raw?: RawCell } {
  if (value === null) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: '', raw: { kind: 'flag', flag: value } };
  if (isError(value)) return { text: '', raw: { kind: 'error', code: value.code } };
  const [mantissa = '', power = '0'] = String(value).split('e');
  return { text: '', raw: { kind: 'number', decimal: shiftPoint(mantissa, Number(power)) } };
}
