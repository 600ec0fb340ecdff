/** Books in which every text says what it is, and every cost is a number of its own, so that a report can be searched for what it must not hold. */
import { TextBuilder } from '../../src/core/column-builders.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import type { Column, Table } from '../../src/core/table.ts';
import { type ArbitraryBook, datasetsOfBook } from './arbitrary-books.ts';
import { agreements, customers, ownInvoices, scenario } from './books.ts';

/** What a text is: its class stands in each. */
export type CanaryClass =
  'name' | 'id' | 'domain' | 'subscription' | 'offer' | 'note' | 'path' | 'hash' | 'invoice' | 'contact';

/** `Zqname` and the customer's letter: letters and digits alone, so that no format writes it in another way. */
export function canary(kind: CanaryClass, of: string): string {
  return `Zq${kind}${of.replace(/[^a-z0-9]/gi, '')}Qz`;
}

/** With what formats have to escape. */
const nameOf = (id: string): string => (id === '' ? '' : `${canary('name', id)} <b> & "Söhne", =1+1`);

/** A book of `arbitrary-books.ts` whose texts are canaries. */
export function canaryBook(book: ArbitraryBook): { datasets: readonly Dataset[]; scenario: Scenario } {
  const ids = [...new Set(book.subscriptions.map(({ customerId = '' }) => customerId))];
  const subscriptions = book.subscriptions.map((row) => ({
    ...row,
    customerName: nameOf(row.customerId ?? ''),
    offerName: `${canary('offer', row.customerId ?? '')} ${row.productId ?? ''}`,
  }));
  const named = ids.map((id) => ({
    customerId: id,
    customerName: nameOf(id),
    domain: `${canary('domain', id)}.example`,
  }));
  const billed = subscriptions.map(({ customerId = '', customerName, subscriptionId = '', offerName }) => ({
    ...{ customerId, customerName, subscriptionId, item: offerName, invoiceNumber: customerId },
    ...{ amount: '12.34', currency: 'USD', month: canary('note', 'month') },
  }));
  const accepted = ids.map((id) => ({
    ...{ customerId: id, type: 'MicrosoftCustomerAgreement', dateAgreed: '2022-05-01', way: 'attested-bulk' },
    ...{ firstName: canary('contact', `f${id}`), lastName: canary('contact', `l${id}`) },
    ...{ email: `${canary('contact', `e${id}`)}@mail.example`, phone: canary('contact', `p${id}`) },
    ...{ organisation: nameOf(id), reseller: canary('contact', `r${id}`), attestationId: canary('contact', `a${id}`) },
  }));
  const files = [customers(named), ownInvoices(billed), agreements(accepted)];
  const datasets = [...datasetsOfBook({ ...book, subscriptions }), ...files].map(marked);
  return { datasets, scenario: canaryScenario(scenario(book.scenario)) };
}

const KINDS = {
  customerId: 'id',
  subscriptionId: 'subscription',
  invoiceNumber: 'invoice',
  orderId: 'invoice',
} as const;

/** Ids become canaries, and the file says things of its own. */
function marked(dataset: Dataset): Dataset {
  const columns = new Map<string, Column>();
  for (const [name, column] of dataset.table.columns) {
    const kind = Object.entries(KINDS).find(([known]) => known === name)?.[1];
    columns.set(name, kind ? withTexts(column, (text) => text && canary(kind, text)) : column);
  }
  if (!dataset.kind.includes('prices')) columns.set('x:Internal notes', notes(dataset.table));
  const file = `C:\\Users\\${canary('path', 'user')}\\${dataset.file}`;
  const problem = {
    severity: 'warning',
    code: 'cell-undecided',
    place: { file, text: canary('note', 'cell') },
    params: {},
  };
  return {
    ...dataset,
    file,
    sha256: canary('hash', dataset.kind),
    header: [canary('note', 'header')],
    diagnostics: [problem as unknown as Dataset['diagnostics'][number]],
    table: { rows: dataset.table.rows, columns },
  };
}

function notes(table: Table): Column {
  const builder = new TextBuilder();
  for (let row = 0; row < table.rows; row++) builder.push(`${canary('note', 'row')} ${String(row)}`);
  return builder.finish();
}

function withTexts(column: Column, change: (text: string) => string): Column {
  return column.kind === 'text' ? { ...column, values: column.values.map(change) } : column;
}

const WORDS = { author: canary('note', 'author'), at: '2026-11-20T10:00:00Z', reason: canary('note', 'reason') };

function canaryScenario(plain: Scenario): Scenario {
  const mapped = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].map(([id, value]) => [canary('id', id), value]));
  return {
    ...plain,
    name: canary('note', 'scenario'),
    decisions: plain.decisions.map(({ match, ...decision }) => ({
      ...decision,
      ...WORDS,
      match: match.customerId === undefined ? match : { customerId: canary('id', match.customerId) },
    })),
    margin: { ...plain.margin, customers: mapped(plain.margin.customers) },
    clauses: mapped(plain.clauses),
    overrides: new Map([
      [canary('subscription', 'sub-00').toLowerCase(), new Map([['quantity', { value: '77', ...WORDS }]] as const)],
    ]),
    meta: new Map([[`clauses["${canary('id', 'customer-a')}"]`, { owner: WORDS.author, reason: WORDS.reason }]]),
  };
}

/** Costs that no two rows of the lists share, with as many digits as stand nowhere by chance. */
export function withOwnCosts(book: ArbitraryBook): { book: ArbitraryBook; costs: readonly string[] } {
  const costs: string[] = [];
  let next = 0;
  const cost = (): string => {
    const text = String(7_310_411 + ++next * 9_973);
    const decimal = `${text.slice(0, -2)}.${text.slice(-2)}`;
    costs.push(decimal);
    return decimal;
  };
  const lists = book.lists.map((rows) =>
    rows.map((row) => {
      const isYen = row.currency === 'JPY';
      const text = cost();
      const minor = text.replace('.', '');
      const retail = String((BigInt(minor) * 137n) / 100n);
      return {
        ...row,
        unitPrice: isYen ? minor : text,
        erpPrice: isYen ? retail : `${retail.slice(0, -2)}.${retail.slice(-2)}`,
      };
    }),
  );
  const subscriptions = book.subscriptions.map((row) =>
    row.pricePaid === undefined
      ? row
      : { ...row, pricePaid: row.currency === 'JPY' ? cost().replace('.', '') : cost() },
  );
  return { book: { ...book, lists, subscriptions }, costs };
}

/** All ways in which a decimal may be written. */
export function writings(decimal: string): readonly string[] {
  const [whole = '', digits] = decimal.replace('-', '').split('.');
  const grouped = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  const marks = [',', '.', ' ', '\u00a0', '\u202f', '’', ''];
  if (digits === undefined) return marks.map(grouped);
  const points = digits === '00' ? ['.', ','] : ['.', ',', ''];
  // Nobody writes both marks alike.
  return marks.flatMap((mark) =>
    points.filter((point) => point === '' || point !== mark).map((point) => grouped(mark) + point + digits),
  );
}
