/** The months of a unit as a list. */
import type { Format } from '../../../core/format.ts';
import { obligationsRoleText } from '../../../core/text/en/obligations-role.ts';
import type { RevenueMonth } from '../../../sim/obligations/programme/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { amountColumn, type PayColumn, textColumn } from '../../payers/sheet/columns.ts';

const text = obligationsRoleText.months;

/** @param leaves whether customers do */
export function revenueMonthColumns(
  currency: string,
  leaves: boolean,
  format: Format,
): readonly PayColumn<RevenueMonth>[] {
  const titles = text.columns;
  const money = (
    key: 'amount' | 'trailing' | 'left' | 'floor' | 'distance' | 'replaced',
    width: number,
    of: (month: RevenueMonth) => number | undefined,
  ): PayColumn<RevenueMonth> => ({
    ...amountColumn<RevenueMonth>({ key, title: titles[key], width, signed: key === 'distance' }, format, (month) => {
      const minor = of(month);
      return minor === undefined ? undefined : { minor, currency };
    }),
    unit: currency,
  });
  const distance = ({ floor, left, trailing }: RevenueMonth): number | undefined => {
    const sum = leaves ? left : trailing;
    return floor === undefined || sum === undefined ? undefined : sum - floor;
  };
  const isEstimate = ({ state }: Pick<RevenueMonth, 'state'>): boolean => state === 'expected';
  const note = ({ isCheck }: RevenueMonth): string => (isCheck ? text.check : '');
  return [
    textColumn({ key: 'month', title: titles.month, width: 150, frozen: true }, ({ month }) => format.month(month)),
    {
      ...textColumn<RevenueMonth>({ key: 'state', title: titles.state, width: 110 }, ({ state }) => text.states[state]),
      flags: ({ state }) => (state === 'missing' ? CELL.warning : isEstimate({ state }) ? CELL.muted : 0),
    },
    {
      ...money('amount', 150, (month) => (month.state === 'missing' ? undefined : month.amount)),
      flags: (month) => (isEstimate(month) ? CELL.muted : 0),
    },
    money('trailing', 170, ({ trailing }) => trailing),
    ...(leaves ? [money('left', 190, ({ left }) => left)] : []),
    money('floor', 130, ({ floor }) => floor),
    { ...money('distance', 160, distance), flags: (month) => ((distance(month) ?? 0) < 0 ? CELL.negative : 0) },
    textColumn({ key: 'note', title: titles.note, width: 180 }, note),
    money('replaced', 170, ({ replaced }) => (replaced === 0 ? undefined : replaced)),
  ];
}
