/** What the What if screen asks: result, currency, whose, and the inputs of the open workbook. Kept while the page is open. */
import { assumptionsOf } from '../../core/assumptions/assumptions.ts';
import type { Assumption } from '../../core/assumptions/assumption.ts';
import type { Format } from '../../core/format.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { customerExtras } from '../../charts/customer-extras.ts';
import { measureKey } from '../../charts/what-if/measure-words.ts';
import type { Measure } from '../../sim/what-if/types.ts';
import type { SimulationRequest } from '../../sim/types.ts';
import { isEmptyFilter, matchingRows, portfolioRows } from '../../state/filter.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { currencyToShow } from '../exposure/currencies.ts';
import { GoalDraft } from './goal-draft.svelte.ts';
import { inputName } from './input-words.ts';
import { measuresOf } from './measures.ts';
import { namesById } from './names-by-id.ts';
import { RangesDraft } from './ranges-draft.svelte.ts';
import { TableDraft } from './table-draft.svelte.ts';

export type Mode = keyof Omit<typeof whatIfText.modes, 'label'>;

/** Customers that are offered by name; others by a filter. */
const MOST_CUSTOMERS = 100;
const CUSTOMER = 'customer:';

export class WhatIf {
  mode: Mode = $state('goal');
  readonly goal = new GoalDraft();
  readonly table = new TableDraft();
  readonly ranges = new RangesDraft();
  private chosenKey: string = $state('extra');
  private chosenCurrency: string | undefined = $state();
  private chosenScope: string = $state('all');
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  readonly currency: string = $derived.by(() => currencyToShow(this.workbook.simulation?.totals ?? [], this.chosenCurrency)); // prettier-ignore
  readonly measures: readonly Measure[] = $derived(measuresOf(this.currency));
  readonly measure: Measure = $derived.by(() => {
    const [first] = this.measures;
    return this.measures.find((one) => measureKey(one) === this.chosenKey) ?? first ?? NO_MEASURE;
  });
  readonly currencies: readonly string[] = $derived.by(() => (this.workbook.simulation?.totals ?? []).map(({ currency }) => currency)); // prettier-ignore
  readonly assumptions: readonly Assumption[] = $derived.by(() => assumptionsOf(this.workbook.request));
  private readonly customers = $derived.by(() => {
    const { simulation } = this.workbook;
    return simulation ? customerExtras(simulation, this.currency).slice(0, MOST_CUSTOMERS) : [];
  });
  /** Names by customer id, of those that are offered. */
  private readonly names: ReadonlyMap<string, string> = $derived(namesById(this.customers));

  readonly scope: string = $derived.by(() => {
    const wanted = this.chosenScope;
    if (wanted === 'filter') return isEmptyFilter(this.workbook.filter) ? 'all' : wanted;
    return wanted.startsWith(CUSTOMER) && !this.names.has(wanted.slice(CUSTOMER.length)) ? 'all' : wanted;
  });

  /** Rows of the portfolio that are looked at; undefined: all. */
  private readonly rows: Uint32Array | undefined = $derived.by(() => {
    const { simulation, filter } = this.workbook;
    if (!simulation || this.scope === 'all') return undefined;
    const wanted = this.scope === 'filter' ? filter : { customerId: this.scope.slice(CUSTOMER.length) };
    return portfolioRows(simulation, matchingRows(simulation, wanted));
  });

  readonly request: SimulationRequest = $derived.by(() => {
    const { request } = this.workbook;
    return this.rows ? { ...request, rows: this.rows } : request;
  });

  /** Tells one state of the datasets from another: what is asked anew when it changes. */
  get revision(): string {
    return this.workbook.workspace?.revision ?? '';
  }

  /** How many subscriptions each result goes over. */
  get size(): number {
    return this.rows?.length ?? this.workbook.portfolio?.rows ?? 0;
  }

  choose(change: { readonly measure?: string; readonly currency?: string; readonly scope?: string }): void {
    this.chosenKey = change.measure ?? this.chosenKey;
    this.chosenCurrency = change.currency ?? this.chosenCurrency;
    this.chosenScope = change.scope ?? this.chosenScope;
  }

  /** The name of an assumption. */
  nameOf(assumption: Assumption): string {
    return inputName(assumption, (id) => this.names.get(id) ?? id);
  }

  assumptionAt(path: string): Assumption | undefined {
    return this.assumptions.find((one) => one.path === path);
  }

  scopes(format: Format): readonly { readonly value: string; readonly text: string }[] {
    const words = whatIfText.scope;
    const filtered = isEmptyFilter(this.workbook.filter)
      ? []
      : [{ value: 'filter', text: words.filter(format.count(this.workbook.visibleRows.length)) }];
    const customers = this.customers.filter(({ customerId }) => customerId !== '');
    return [
      { value: 'all', text: words.all },
      ...filtered,
      ...customers.map(({ customerId, name }) => ({ value: CUSTOMER + customerId, text: name })),
    ];
  }

  /** Whose results these are, in words. */
  scopeWords(format: Format): string {
    return this.scopes(format).find(({ value }) => value === this.scope)?.text ?? whatIfText.scope.all;
  }
}

const NO_MEASURE: Measure = { kind: 'amount', amount: 'extra', currency: '' };

const known = new WeakMap<Workbook, WhatIf>();

/** The questions of a workbook; they stay when another sheet is opened. */
export function whatIfOf(workbook: Workbook): WhatIf {
  const whatIf = known.get(workbook) ?? new WhatIf(workbook);
  known.set(workbook, whatIf);
  return whatIf;
}
