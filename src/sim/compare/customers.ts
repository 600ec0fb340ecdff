/** The extra of each customer in every scenario. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { safeMinor } from '../../core/money.ts';
import { textAt } from '../../core/table.ts';
import { inner, remember } from '../remember.ts';
import type { Placed } from './place.ts';
import type { ComparedCustomer } from './types.ts';

interface Member extends Omit<ComparedCustomer, 'extra'> {
  readonly extra: number[];
}

/**
 * Customers whose extra differs between scenarios; their differences add up to those of the totals. Customers are told
 * apart by id, by name where the id is empty.
 * @param currencies by the codes in `scenarios`
 */
export function comparedCustomers(
  scenarios: readonly Placed[],
  currencies: readonly string[],
): readonly ComparedCustomer[] {
  const members = new Map<string, Map<string, Member>>();
  for (const [index, one] of scenarios.entries()) {
    addExtras(one, currencies, (currency, customerId, name) => {
      const key = customerId === '' ? `name ${name}` : `id ${customerId}`;
      const member = remember(inner(members, currency), key, () => {
        return { customerId, name: name || customerId, currency, extra: scenarios.map(() => 0) };
      });
      return (extra) => (member.extra[index] = (member.extra[index] ?? 0) + extra);
    });
  }
  const differing = [...members.values()].flatMap((ofCurrency) => [...ofCurrency.values()].filter(isDifferent));
  for (const { extra } of differing) extra.forEach(safeMinor);
  return differing.sort(
    (a, b) =>
      compareCodeUnits(a.currency, b.currency) ||
      spread(b) - spread(a) ||
      compareCodeUnits(a.name, b.name) ||
      compareCodeUnits(a.customerId, b.customerId),
  );
}

type Adder = (extra: number) => void;

/** Adds the extra of every row that has one; who adds is asked once for each pair of dictionary codes. */
function addExtras(
  { simulation, currency }: Placed,
  currencies: readonly string[],
  adderOf: (currency: string, customerId: string, name: string) => Adder,
): void {
  const { table, amounts } = simulation;
  const [ids, names] = [table.columns.get('customerId'), table.columns.get('customer')];
  const codesOf = (column: typeof ids): Uint32Array | undefined => (column?.kind === 'text' ? column.codes : undefined);
  const [idCodes, nameCodes] = [codesOf(ids), codesOf(names)];
  const adders = new Map<number, Map<number, Adder>>();
  for (let row = 0; row < table.rows; row++) {
    const extra = amounts.extra[row] ?? 0;
    if (extra === 0) continue;
    const id = idCodes?.[row] ?? 0;
    const code = currency[row] ?? 0;
    const ofCurrency = inner(adders, code);
    // Names count where the id is empty; their codes are told apart from those of ids by the sign.
    const key = textAt(ids, row) === '' ? -1 - (nameCodes?.[row] ?? 0) : id;
    remember(ofCurrency, key, () => adderOf(currencies[code] ?? '', textAt(ids, row), textAt(names, row)))(extra);
  }
}

function isDifferent({ extra }: Member): boolean {
  return extra.some((amount) => amount !== extra[0]);
}

/** The largest less the smallest extra. */
function spread({ extra }: Member): number {
  return Math.max(...extra) - Math.min(...extra);
}
