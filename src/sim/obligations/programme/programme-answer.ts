/** The whole answer about a role: units against their floor, requirements, rates, and what the figures rest on. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import { parseExact, ZERO } from '../../../core/exact.ts';
import { minorDigits, roundToMinor } from '../../../core/money.ts';
import {
  type Programme,
  type RevenueKind,
  type TypedRevenue,
  type Unit,
  unitsOf,
} from '../../../core/obligations/programme.ts';
import { checkDay } from '../../../core/obligations/programme-days.ts';
import { obligationBook } from '../../../core/obligations/rules/book.ts';
import type { FxRates } from '../../fx-rates.ts';
import { remember } from '../../remember.ts';
import type { Billed } from './billed-cells.ts';
import { roleChecks, verdictOfCheck } from './checks.ts';
import type { PortfolioAhead } from './portfolio-ahead.ts';
import { FloorRates } from './rates.ts';
import {
  type ProgrammeAnswer,
  type ProgrammeRequest,
  type RevenueCell,
  type UnitAnswer,
  type Verdict,
  VERDICTS,
} from './types.ts';
import { floorOn, unitAnswer } from './unit-answer.ts';
import { UnitRevenue } from './unit-revenue.ts';

export interface ProgrammeInputs {
  readonly billed: Billed;
  /** Of at least the months of `monthsAhead`. */
  readonly ahead: PortfolioAhead;
  /** Of imported files and the scenario. */
  readonly rates: FxRates;
}

/** The months that may be expected: from the one that may not be billed yet to the end of what is shown. */
export function monthsAhead({ asOf }: Pick<ProgrammeRequest, 'asOf'>): { readonly first: Month; readonly last: Month } {
  const present = monthOfDay(asOf);
  return { first: present - 1, last: present + 24 };
}

export function programmeAnswer(inputs: ProgrammeInputs, request: ProgrammeRequest): ProgrammeAnswer {
  const { billed, ahead } = inputs;
  const { programme, asOf } = request;
  const book = obligationBook(request.packs);
  const { role } = programme;
  const currency = floorOn(book, role, asOf)?.currency ?? 'USD';
  const rates = new FloorRates(currency, programme.rates, inputs.rates, asOf);
  const usesPortfolio = programme.method === 'portfolio' && ahead.cells.length > 0;
  const names = new Map([...ahead.names, ...billed.names]);
  const shares = sharesOf(inputs, programme, usesPortfolio);
  const units = shares.map(({ unit, ...cells }): UnitAnswer => {
    const revenue = new UnitRevenue({ ...cells, rates, open: monthsAhead(request).first });
    const own = [...cells.billed, ...cells.typed, ...(cells.ahead ?? [])].map((one) => one.currency);
    const unrated = rates.unrated.filter((one) => own.includes(one));
    return unitAnswer({ book, role, unit, revenue, currency, asOf, unrated, names, leaving: request.leaving });
  });
  const at = units[0]?.check ? checkDay(units[0].check.month) : asOf;
  const checks = role ? roleChecks(book, programme, role, { asOf, at }) : [];
  return {
    ...{ currency, units, checks, rates: rates.used, unrated: rates.unrated, files: billed.files },
    verdict: worst([
      ...units.map(({ verdict }) => verdict),
      ...checks.flatMap(({ state }) => verdictOfCheck(state) ?? []),
    ]),
    method: usesPortfolio ? 'portfolio' : 'billed',
    facts: {
      ...{ lines: billed.lines, unbilled: billed.unbilled, unread: billed.unread },
      ...{ priced: ahead.priced, unpriced: ahead.unpriced },
    },
    apart: apartOf(programme),
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS[Math.max(0, ...verdicts.map((one) => VERDICTS.indexOf(one)))] ?? 'unknown';
}

interface Share {
  readonly unit: Unit;
  readonly billed: readonly RevenueCell[];
  readonly typed: readonly TypedRevenue[];
  readonly ahead: readonly RevenueCell[] | undefined;
}

/** What is whose: files by their names, and what is expected of a customer where it was billed last. */
function sharesOf({ billed, ahead }: ProgrammeInputs, programme: Programme, usesPortfolio: boolean): readonly Share[] {
  const units = unitsOf(programme);
  const placeOfFile = billed.files.map((file) => placeOf(units, ({ files }) => files.includes(file)));
  const cells = units.map((): RevenueCell[] => []);
  const homes = new Map<string, RevenueCell>();
  for (const cell of billed.cells) {
    cells[placeOfFile[cell.file ?? 0] ?? 0]?.push(cell);
    const home = homes.get(cell.customer);
    if (!home || isLater(cell, home, billed.files)) homes.set(cell.customer, cell);
  }
  const expected = units.map((): RevenueCell[] => []);
  for (const cell of ahead.cells) expected[placeOfFile[homes.get(cell.customer)?.file ?? 0] ?? 0]?.push(cell);
  const typed = programme.revenue.filter(
    ({ kind }) => kind === 'csp' || (kind === 'perpetual' && countsPerpetual(programme)),
  );
  return units.map((unit, place) => ({
    ...{ unit, billed: cells[place] ?? [], ahead: usesPortfolio ? (expected[place] ?? []) : undefined },
    typed: typed.filter((one) => placeOf(units, ({ id }) => id === one.unit) === place),
  }));
}

/** Of equal months the file whose name comes first, whatever the order of the import. */
function isLater(cell: RevenueCell, than: RevenueCell, files: readonly string[]): boolean {
  if (cell.month !== than.month) return cell.month > than.month;
  return (files[cell.file ?? 0] ?? '') < (files[than.file ?? 0] ?? '');
}

/** The first unit where no other fits. */
function placeOf(units: readonly Unit[], fits: (unit: Unit) => boolean): number {
  return Math.max(0, units.findIndex(fits));
}

/** Perpetual software counts for resellers; of the other roles no source says so. */
export function countsPerpetual({ countsPerpetual: said, role }: Programme): boolean {
  return said ?? role === 'indirect-reseller';
}

function apartOf(programme: Programme): ProgrammeAnswer['apart'] {
  const sums = new Map<string, { kind: RevenueKind; currency: string; amount: number }>();
  for (const { kind, currency, amount } of programme.revenue) {
    if (kind === 'csp' || (kind === 'perpetual' && countsPerpetual(programme))) continue;
    const sum = remember(sums, `${kind} ${currency}`, () => ({ kind, currency, amount: 0 }));
    sum.amount += roundToMinor(parseExact(amount) ?? ZERO, minorDigits(currency));
  }
  return [...sums.values()];
}
