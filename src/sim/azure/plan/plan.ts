/** What a scenario's assumptions about Azure do to the forecast, together and each alone. */
import { type Exact, ZERO, add, compare, parseExact, toDecimal } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import type { AzureCommitment } from '../../../core/scenario/azure.ts';
import { forecastOf } from '../forecast/forecast.ts';
import type { ForecastMonth } from '../forecast/types.ts';
import type { Usage } from '../types.ts';
import { type Atom, type Basis, basisOf, total } from './basis.ts';
import { heldAgainst, historyOf } from './history.ts';
import { type Assumed, type MonthEffect, monthEffect } from './project.ts';
import { type Term, exactOf, rateTo, termOf } from './terms.ts';
import type { AloneEffect, CommitmentEffect, PlanMonth, PlanRequest, UsagePlan } from './types.ts';

/** The plan in one billing currency; undefined when there is too little history for a forecast. */
export function planOf(usage: Usage, request: PlanRequest): UsagePlan | undefined {
  const { currency, azure, fx } = request;
  const { series, forecast } = forecastOf(usage, { currency }, request.months);
  if (!forecast) return undefined;
  const { from, months } = forecast;
  const basis = basisOf(usage, currency, azure, { before: from, history: series.values.length });
  const digits = minorDigits(currency);
  const known = azure.commitments.map((commitment) => countedTerm(usage, request, commitment, from));
  const shocks = fx.shocks.filter((shock) => shock.currency === currency);
  const everything: Assumed = {
    changes: new Map(azure.changes.entries()),
    terms: new Map(known.flatMap(({ term }, place) => (term ? [[place, term] as const] : []))),
    shocks,
  };
  const effects = (assumed: Assumed): readonly MonthEffect[] =>
    months.map((month) => monthEffect(basis, month, from, assumed));
  const alone = (assumed: Partial<Assumed>, share: (atom: Atom) => boolean): AloneEffect => ({
    share: shareOf(basis, share),
    effect: sumOf(
      effects({ ...NOTHING, ...assumed }).map(({ difference }) => rounded(difference, digits)),
      digits,
    ),
  });
  return {
    from,
    basis: { from: basis.from, to: from - 1, cost: toDecimal(rounded(basis.cost, digits), digits, digits) },
    months: planMonths(months, effects(everything), digits),
    changes: azure.changes.map((change, place) =>
      alone({ changes: new Map([[place, change]]) }, ({ changes }) => changes.has(place)),
    ),
    commitments: known.map(({ term, ...rest }, place): CommitmentEffect => ({
      ...rest,
      ...alone({ terms: term ? new Map([[place, term]]) : new Map<number, Term>() }, ({ commitments }) =>
        commitments.has(place),
      ),
    })),
    shocks: shocks.length === 0 ? undefined : alone({ shocks }, ({ foreign }) => foreign),
  };
}

const NOTHING: Assumed = { changes: new Map(), terms: new Map(), shocks: [] };

function countedTerm(
  usage: Usage,
  { currency, fx }: PlanRequest,
  commitment: AzureCommitment,
  from: number,
): Pick<CommitmentEffect, 'problem' | 'rate' | 'history'> & { readonly term: Term | undefined } {
  const none = { term: undefined, history: undefined };
  const isFree = commitment.kind === 'reservation' && compare(exactOf(commitment.rate), ZERO) <= 0;
  if (isFree) return { ...none, problem: 'no-price', rate: undefined };
  const rate = rateTo(usage, fx, commitment.currency, currency);
  if (!rate) return { ...none, problem: 'no-rate', rate: undefined };
  const text = toDecimal(rate, 0, 12);
  const term = termOf(commitment, rate, from, currency);
  if (!term) return { ...none, problem: 'too-large-discount', rate: text };
  const history = historyOf(usage, currency, commitment);
  const held = heldAgainst(history, term, commitment);
  const isWithoutHours = commitment.kind === 'reservation' && history.matches && !held;
  return { term, problem: isWithoutHours ? 'no-hours' : undefined, rate: text, history: held };
}

function planMonths(
  months: readonly ForecastMonth[],
  effects: readonly MonthEffect[],
  digits: number,
): readonly PlanMonth[] {
  return months.map(({ month, used, value }, at) => {
    const { difference = 0, committed = 0, unused = 0 } = effects[at] ?? {};
    const without = rounded(value, digits);
    const text = (amount: Exact): string => toDecimal(amount, digits, digits);
    return {
      ...{ month, used: text(rounded(used, digits)), without: text(without) },
      with: text(add(without, rounded(difference, digits))),
      ...{ committed: text(rounded(committed, digits)), unused: text(rounded(unused, digits)) },
    };
  });
}

function shareOf({ atoms, cost }: Basis, isAbout: (atom: Atom) => boolean): string {
  if (!(cost > 0)) return '0';
  const own = atoms.filter(isAbout).reduce((sum, atom) => sum + total(atom.cost), 0);
  return toDecimal(rounded(own / cost, SHARE_DIGITS), 0, SHARE_DIGITS);
}

const SHARE_DIGITS = 6;

function sumOf(values: readonly Exact[], digits: number): string {
  return toDecimal(
    values.reduce((sum, value) => add(sum, value), ZERO),
    digits,
    digits,
  );
}

/** An estimate with so many digits. */
function rounded(value: number, digits: number): Exact {
  const whole = parseExact(String(value)) ?? ZERO;
  return parseExact(toDecimal(whole, 0, digits)) ?? ZERO;
}
