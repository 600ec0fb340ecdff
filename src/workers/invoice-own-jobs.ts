/** The jobs of the partner's own invoices: read once for each state of the datasets, set beside Microsoft's as often as asked. */
import type { Dataset } from '../core/schema/dataset.ts';
import { type Table, textAt } from '../core/table.ts';
import { type CostIndex, indexCosts, type KnownCustomer, ownChoices } from '../sim/invoice/own/cost-index.ts';
import { evidenceSteps } from '../sim/invoice/own/evidence.ts';
import { OWN_COLUMNS, ownFacts, type OwnLines, readOwnLines } from '../sim/invoice/own/read-own.ts';
import { type SellingPrices, sellingPrices } from '../sim/invoice/own/selling.ts';
import { type ThreeWay, threeWaySteps } from '../sim/invoice/own/three-way.ts';
import type { EvidenceLine, OwnAnswer, OwnChoices, OwnFacts, OwnQuestion } from '../sim/invoice/own/types.ts';
import type { SimulationRequest } from '../sim/types.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';
import type { Waiting } from './in-turns.ts';
import { answered, type InvoiceAnswer, invoiceOf, type InvoiceProgress, type KnownInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

/** The simulation tells what customers pay. */
interface Asked {
  readonly question: OwnQuestion;
  readonly simulation: SimulationRequest;
}

export type InvoiceOwnJobs = {
  /** What there is, and what own names can be said to mean. */
  ownFacts: {
    input: undefined;
    progress: InvoiceProgress;
    output: InvoiceAnswer<{ readonly facts: OwnFacts; readonly choices: OwnChoices }>;
  };
  ownInvoices: { input: Asked; progress: InvoiceProgress; output: InvoiceAnswer<OwnAnswer> };
  /** The lines of a group. */
  ownEvidence: {
    input: Asked & { readonly group: string };
    progress: InvoiceProgress;
    output: InvoiceAnswer<readonly EvidenceLine[]>;
  };
};

interface Known {
  readonly invoice: KnownInvoice;
  readonly own: OwnLines;
  readonly index: CostIndex;
  prices?: { readonly request: SimulationRequest; readonly prices: SellingPrices };
}

const known = new WeakMap<object, Known>();

export function invoiceOwnJobs(engine: Engine): JobHost<InvoiceOwnJobs> {
  return {
    ownFacts: async (_, context) => {
      const both = await readBoth(engine, context);
      if (!both) return undefined;
      const { invoice, own, index } = both;
      return { revision: invoice.revision, answer: { facts: ownFacts(own), choices: ownChoices(index) } };
    },
    ownInvoices: async ({ question, simulation }, context) => {
      const both = await readBoth(engine, context);
      return both && answered(both.invoice, threeWaySteps(sidesOf(engine, both, simulation), question), context);
    },
    ownEvidence: async ({ question, simulation, group }, context) => {
      const both = await readBoth(engine, context);
      return both && answered(both.invoice, evidenceSteps(sidesOf(engine, both, simulation), question, group), context);
    },
  };
}

/** Undefined when it was cancelled. */
async function readBoth(engine: Engine, context: Waiting<InvoiceProgress>): Promise<Known | undefined> {
  const invoice = await invoiceOf(engine, context);
  if (!invoice) return undefined;
  const { memory } = engine;
  const before = known.get(memory);
  if (before?.invoice === invoice) return before;
  const files = engine.inputs.filter(({ kind }) => kind === 'own-invoices');
  const own = readOwnLines(await Promise.all(files.map((file) => loaded(engine, file))));
  const found = { invoice, own, index: indexCosts(invoice.lines, namedCustomers(engine.inputs)) };
  known.set(memory, found);
  return found;
}

async function loaded(engine: Engine, { id }: Dataset): Promise<Dataset> {
  const dataset = await engine.store.load(id, OWN_COLUMNS);
  if (!dataset.ok) throw new Error(storeErrorText(dataset.error));
  return dataset.value;
}

/** Customers that other files name: they need not be billed this month. */
function* namedCustomers(datasets: readonly Dataset[]): Generator<KnownCustomer> {
  const seen = new Set<string>();
  for (const { kind, table } of datasets) {
    if (kind !== 'customers' && kind !== 'subscriptions' && kind !== 'portfolio') continue;
    for (const one of customersIn(table)) {
      const key = `${one.id}\n${one.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield one;
    }
  }
}

function* customersIn({ rows, columns }: Table): Generator<KnownCustomer> {
  const [ids, names] = [columns.get('customerId'), columns.get('customerName')];
  for (let row = 0; row < rows; row++) yield { id: textAt(ids, row), name: textAt(names, row) };
}

function sidesOf(engine: Engine, both: Known, simulation: SimulationRequest): ThreeWay {
  const { invoice, own, index } = both;
  const { months, checked } = invoice;
  const request = engine.settled(simulation);
  const isSame =
    both.prices?.request.scenario === request.scenario && both.prices.request.window.asOf === request.window.asOf;
  if (!both.prices || !isSame) both.prices = { request, prices: sellingPrices(engine.book, request) };
  return { index, months, own, kinds: checked.kinds, prices: both.prices.prices };
}
