/** Gathers the sections beyond the simulation from the engine. */
import { comparedMonths } from '../../charts/compare/months.ts';
import { fraction, parseExact, toDecimal } from '../../core/exact.ts';
import { minorDigits } from '../../core/money.ts';
import type { CustomerStanding } from '../../core/obligations/mca/standing.ts';
import { writeScenario } from '../../core/scenario/write.ts';
import { Sha256 } from '../../core/sha256.ts';
import { uncertaintyDocument } from '../../exporters/results/uncertainty.ts';
import { type AzureSums, azureSections } from '../../exporters/report/sections/azure.ts';
import { decisionSections } from '../../exporters/report/sections/decisions.ts';
import { type Agreement, obligationSections } from '../../exporters/report/sections/obligations.ts';
import { payersSections } from '../../exporters/report/sections/payers.ts';
import { scenarioSections } from '../../exporters/report/sections/scenarios.ts';
import { uncertaintySections } from '../../exporters/report/sections/uncertainty.ts';
import { groupUsage } from '../../sim/azure/model/index.ts';
import { REST, type Usage, type UsageFilter } from '../../sim/azure/types.ts';
import { compareSteps } from '../../sim/compare/compare.ts';
import { LEAST_SCENARIOS } from '../../sim/compare/types.ts';
import { Model } from '../../sim/model.ts';
import { customerStandings } from '../../sim/obligations/mca/standings.ts';
import { notices } from '../../sim/payers/notices.ts';
import { paySplit } from '../../sim/payers/split.ts';
import { usageOf } from '../azure-jobs.ts';
import { figuresOfTrials } from '../trial-figures.ts';
import { bestWays } from './best-ways.ts';
import { reportCharts } from './charts.ts';
import { type Gatherer, turn } from './gathering.ts';

export const gatherPayers: Gatherer = async ({ book, request, context, signal }) => {
  const splits = paySplit(book, { request });
  await turn(signal);
  return payersSections(context, splits, notices(book, request));
};

export const gatherDecisions: Gatherer = async ({ book, request, context, plan, seatsWanted, signal }) => {
  const { rows, scenario } = request;
  const model = new Model(book, request);
  const reached = rows && new Set([...rows].map((row) => model.decisionFor(row)));
  const decisions = reached ? scenario.decisions.filter((decision) => reached.has(decision)) : scenario.decisions;
  const ways = await bestWays(book, request, seatsWanted, signal);
  return decisionSections(context, decisions, plan.edition === 'partner', ways);
};

export const gatherScenarios: Gatherer = async ({ book, request, compared, context, texts, format, signal }) => {
  if (compared.length < LEAST_SCENARIOS) return scenarioSections(context, undefined);
  const { window, rows } = request;
  const steps = compareSteps(book, { scenarios: compared, window, ...(rows ? { rows } : {}) });
  let step = steps.next();
  while (step.done !== true) {
    await turn(signal);
    step = steps.next();
  }
  const { scenarios, currencies } = step.value;
  const models = currencies.map((currency) =>
    comparedMonths(step.value, { currency, amount: 'extra', reference: 0 }, { format, text: texts.chart }),
  );
  const hashes = compared.map(({ scenario }) => hashOf(writeScenario(scenario)));
  return scenarioSections(context, { sums: scenarios, currencies, hashes, charts: await reportCharts(models) });
};

/** Enough of a SHA-256 to know a scenario again. */
const HASH_DIGITS = 16;

function hashOf(text: string): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest().slice(0, HASH_DIGITS);
}

export const gatherUncertainty: Gatherer = async ({ book, request, context, signal }) => {
  const { uncertainty } = request.scenario;
  if (!uncertainty || uncertainty.inputs.length === 0) return uncertaintySections(context, 'none');
  const figures = await figuresOfTrials(book, request, signal);
  return uncertaintySections(context, figures ? uncertaintyDocument(figures) : 'undrawn');
};

export const gatherObligations: Gatherer = ({ engine, context, obligations, request }) => {
  const standings = customerStandings(engine.used, obligations, request.window.asOf);
  return obligationSections(context, standings && new Map([...standings].map(([key, one]) => [key, agreementOf(one)])));
};

function agreementOf({ counts, grade, flags }: CustomerStanding): Agreement {
  return { type: counts?.type, agreed: counts?.agreed, grade, flags };
}

/** Customers by name; a customer's own report has none of this. */
const MOST_CUSTOMERS = 20;

export const gatherAzure: Gatherer = async ({ engine, context, plan, signal }) => {
  const { scope } = plan;
  const found = await usageOf(engine, { signal });
  signal.throwIfAborted();
  const usage = found?.usage;
  const only = scope.kind === 'customer' ? scope.customerId : undefined;
  return azureSections(context, usage ? usage.facts.currencies.map((currency) => sumsOf(usage, currency, only)) : []);
};

function sumsOf(usage: Usage, currency: string, only: string | undefined): AzureSums {
  const filter: UsageFilter =
    only === undefined ? { currency } : { currency, only: new Map([['customer', new Set([only])]]) };
  const digits = minorDigits(currency);
  const shown = (exact: string): string => toDecimal(parseExact(exact) ?? fraction(0), digits, digits);
  const months = groupUsage(usage, { filter, by: [], period: 'month', measure: 'cost' });
  const customers = groupUsage(usage, { filter, by: ['customer'], measure: 'cost', top: MOST_CUSTOMERS });
  return {
    currency,
    months: [...months.period].map((month, at) => ({ month, cost: shown(months.exact[at] ?? '0') })),
    customers: customers.names.map(([name = ''], at) => ({
      name: customers.groups[at]?.[0] === REST ? undefined : name,
      cost: shown(customers.totals[at] ?? '0'),
    })),
  };
}
