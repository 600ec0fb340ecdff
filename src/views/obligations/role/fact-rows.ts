/** What the user says of units, files, revenue and rates, as sheets. */
import { firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import {
  isAmount,
  isCurrency,
  isRate,
  REVENUE_KINDS,
  type TypedRate,
  type TypedRevenue,
  type Unit,
} from '../../../core/obligations/programme.ts';
import { obligationsRoleText } from '../../../core/text/en/obligations-role.ts';
import { dayColumn, decimalColumn, type PayColumn, textColumn } from '../../payers/sheet/columns.ts';
import { dayEdit, decimalEdit, textEdit } from '../../payers/sheet/typed-cells.ts';
import { unitName } from './role-words.ts';

const { facts: text, errors } = obligationsRoleText;

/** Names of the twelve months, January first. */
export function monthNames(format: Format): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => format.monthName(MONTHS_OF_A_YEAR + at));
}
const MONTHS_OF_A_YEAR = 2000 * 12;

export function unitColumns(isReseller: boolean, units: readonly Unit[], format: Format): readonly PayColumn<Unit>[] {
  const titles = text.units.columns;
  const names = monthNames(format);
  const nameOf = (unit: Unit): string => unitName(unit, units.indexOf(unit));
  const anniversaryOf = ({ anniversary }: Unit): string => names[(anniversary ?? 0) - 1] ?? '';
  const columns: readonly PayColumn<Unit>[] = [
    {
      ...textColumn<Unit>({ key: 'name', title: titles.name, width: 220, frozen: true }, nameOf),
      edit: textEdit<Unit>(
        { kind: 'text' },
        ({ name }) => name,
        (unit, name) =>
          name !== undefined && units.some((other) => other.id !== unit.id && other.name === name)
            ? errors.taken
            : { ...unit, name: name ?? '' },
      ),
    },
    {
      ...textColumn<Unit>({ key: 'anniversary', title: titles.anniversary, width: 160 }, anniversaryOf),
      edit: textEdit<Unit>({ kind: 'choice', choices: names }, anniversaryOf, (unit, typed) => ({
        ...unit,
        anniversary: typed === undefined ? undefined : names.indexOf(typed) + 1 || undefined,
      })),
    },
  ];
  return isReseller ? [...columns, firstTransactionColumn(format), deauthorisedColumn(format)] : columns;
}

function firstTransactionColumn(format: Format): PayColumn<Unit> {
  const dayOf = ({ firstTransaction: month }: Unit) => (month === undefined ? undefined : firstDayOfMonth(month));
  return {
    ...dayColumn<Unit>(
      { key: 'firstTransaction', title: text.units.columns.firstTransaction, width: 160 },
      format,
      dayOf,
    ),
    text: ({ firstTransaction: month }) => (month === undefined ? '' : format.month(month)),
    edit: dayEdit<Unit>(false, dayOf, (unit, day) => ({
      ...unit,
      firstTransaction: day === undefined ? undefined : monthOfDay(day),
    })),
  };
}

function deauthorisedColumn(format: Format): PayColumn<Unit> {
  const dayOf = ({ deauthorised }: Unit) => deauthorised;
  return {
    ...dayColumn<Unit>({ key: 'deauthorised', title: text.units.columns.deauthorised, width: 160 }, format, dayOf),
    edit: dayEdit<Unit>(false, dayOf, (unit, deauthorised) => ({ ...unit, deauthorised })),
  };
}

export interface FileOfUnit {
  readonly file: string;
  readonly unit: string;
}

export function fileColumns(units: readonly Unit[]): readonly PayColumn<FileOfUnit>[] {
  const names = units.map(unitName);
  const nameOf = ({ unit }: FileOfUnit): string => names[units.findIndex(({ id }) => id === unit)] ?? '';
  return [
    textColumn({ key: 'file', title: text.files.columns.file, width: 360, frozen: true }, ({ file }) => file),
    {
      ...textColumn<FileOfUnit>({ key: 'unit', title: text.files.columns.unit, width: 220 }, nameOf),
      edit: textEdit<FileOfUnit>({ kind: 'choice', needed: true, choices: names }, nameOf, (row, typed) => ({
        ...row,
        unit: units[names.indexOf(typed ?? '')]?.id ?? row.unit,
      })),
    },
  ];
}

/** The unit of each file: the one that names it, else the first. */
export function filesOfUnits(files: readonly string[], units: readonly [Unit, ...Unit[]]): readonly FileOfUnit[] {
  return files.map((file) => ({ file, unit: (units.find((one) => one.files.includes(file)) ?? units[0]).id }));
}

/** The units with files as they are said to belong; names of files that are not here any more stay. */
export function withFiles(units: readonly Unit[], said: readonly FileOfUnit[]): readonly Unit[] {
  return units.map((unit) => {
    const others = unit.files.filter((file) => !said.some((one) => one.file === file));
    return { ...unit, files: [...others, ...said.filter((one) => one.unit === unit.id).map(({ file }) => file)] };
  });
}

export function revenueColumns(units: readonly Unit[], format: Format): readonly PayColumn<TypedRevenue>[] {
  const titles = text.revenue.columns;
  const dayOf = ({ month }: TypedRevenue) => firstDayOfMonth(month);
  return [
    {
      ...dayColumn<TypedRevenue>({ key: 'month', title: titles.month, width: 150 }, format, dayOf),
      text: ({ month }) => format.month(month),
      frozen: true,
      edit: dayEdit<TypedRevenue>(true, dayOf, (row, day) =>
        day === undefined ? errors.month : { ...row, month: monthOfDay(day) },
      ),
    },
    kindColumn(),
    {
      ...decimalColumn<TypedRevenue>({ key: 'amount', title: titles.amount, width: 150 }, format, (row) => row.amount),
      edit: decimalEdit<TypedRevenue>(
        { kind: 'decimal', needed: true },
        ({ amount }) => amount,
        (row, amount) => (isAmount(amount) ? { ...row, amount } : errors.amount),
      ),
    },
    currencyColumn<TypedRevenue>(
      { key: 'currency', title: titles.currency },
      (row) => row.currency,
      (row, currency) => ({ ...row, currency }),
    ),
    ...(units.length > 1 ? [ofUnitColumn(units)] : []),
    {
      ...textColumn<TypedRevenue>({ key: 'note', title: titles.note, width: 260 }, ({ note }) => note),
      edit: textEdit<TypedRevenue>(
        { kind: 'text' },
        ({ note }) => note,
        (row, note) => ({ ...row, note: note ?? '' }),
      ),
    },
  ];
}

function ofUnitColumn(units: readonly Unit[]): PayColumn<TypedRevenue> {
  const names = units.map(unitName);
  const nameOf = ({ unit }: TypedRevenue): string =>
    names[
      Math.max(
        0,
        units.findIndex(({ id }) => id === unit),
      )
    ] ?? '';
  return {
    ...textColumn<TypedRevenue>({ key: 'unit', title: text.revenue.columns.unit, width: 180 }, nameOf),
    edit: textEdit<TypedRevenue>({ kind: 'choice', needed: true, choices: names }, nameOf, (row, typed) => ({
      ...row,
      unit: units[names.indexOf(typed ?? '')]?.id ?? row.unit,
    })),
  };
}

function kindColumn(): PayColumn<TypedRevenue> {
  const { kinds, columns } = text.revenue;
  const nameOf = ({ kind }: TypedRevenue): string => kinds[kind];
  const choices = REVENUE_KINDS.map((kind) => kinds[kind]);
  return {
    ...textColumn<TypedRevenue>({ key: 'kind', title: columns.kind, width: 160 }, nameOf),
    edit: textEdit<TypedRevenue>({ kind: 'choice', needed: true, choices }, nameOf, (row, typed) => ({
      ...row,
      kind: REVENUE_KINDS.find((kind) => kinds[kind] === typed) ?? row.kind,
    })),
  };
}

export function rateColumns(format: Format): readonly PayColumn<TypedRate>[] {
  const titles = text.rates.columns;
  return [
    {
      ...currencyColumn<TypedRate>(
        { key: 'from', title: titles.from },
        ({ from }) => from,
        (row, from) => ({ ...row, from }),
      ),
      frozen: true,
    },
    {
      ...decimalColumn<TypedRate>({ key: 'rate', title: titles.rate, width: 150 }, format, ({ rate }) => rate),
      edit: decimalEdit<TypedRate>(
        { kind: 'decimal', needed: true },
        ({ rate }) => rate,
        (row, rate) => (isRate(rate) ? { ...row, rate } : errors.rate),
      ),
    },
    {
      ...dayColumn<TypedRate>({ key: 'day', title: titles.day, width: 130 }, format, ({ day }) => day),
      edit: dayEdit<TypedRate>(
        false,
        ({ day }) => day,
        (row, day) => ({ ...row, day }),
      ),
    },
  ];
}

function currencyColumn<Row>(
  shape: { readonly key: string; readonly title: string },
  get: (row: Row) => string,
  set: (row: Row, currency: string) => Row,
): PayColumn<Row> {
  return {
    ...textColumn<Row>({ ...shape, width: 100 }, get),
    edit: textEdit<Row>({ kind: 'text', needed: true }, get, (row, typed) => {
      const code = typed?.trim().toUpperCase();
      return isCurrency(code) ? set(row, code) : errors.currency;
    }),
  };
}
