/** A scenario in which the names that it mentions are those of the twin, and nobody's words are left. */
import { idKey } from '../ids.ts';
import type { Override, Overrides } from '../overrides/override.ts';
import type { AzureAssumptions, UsageScope } from '../scenario/azure.ts';
import type { Decision, PriceChange, Scenario, TwinDecision } from '../scenario/scenario.ts';
import type { Uncertainty } from '../scenario/uncertainty.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { FATES, type Vocabulary } from './roles.ts';
import { twinText } from './twin-table.ts';

/** Equal figures on the twin's files, but for what is drawn by chance. Verdicts on spend and cards of assumptions are left out. */
export function twinScenario(scenario: Scenario, names: Pseudonyms, words: Vocabulary): Scenario {
  const own = new ScenarioTwin(names, words);
  const { est, margin, uncertainty } = scenario;
  return {
    name: names.of('scenario', scenario.name),
    est: { ...est, twins: est.twins.map((twin) => own.product(twin)) },
    priceChanges: scenario.priceChanges.map((change) => own.priceChange(change)),
    decisions: scenario.decisions.map((decision) => own.decision(decision)),
    margin: {
      ...margin,
      customers: own.keys(margin.customers, 'customerId'),
      subscriptions: own.keys(margin.subscriptions, 'subscriptionId'),
    },
    clauses: own.keys(scenario.clauses, 'customerId'),
    overrides: own.overrides(scenario.overrides),
    rules: scenario.rules,
    fx: scenario.fx,
    uncertainty: uncertainty && own.uncertainty(uncertainty),
    azure: own.azure(scenario.azure),
    meta: new Map(),
  };
}

/** Ids and codes by which subscriptions are matched. */
interface Match {
  readonly customerId?: string;
  readonly subscriptionId?: string;
  readonly productId?: string;
  readonly skuId?: string;
  readonly segment?: string;
  readonly market?: string;
  readonly currency?: string;
  readonly termDuration?: string;
  readonly billingPlan?: string;
}

class ScenarioTwin {
  private readonly names: Pseudonyms;
  private readonly words: Vocabulary;

  constructor(names: Pseudonyms, words: Vocabulary) {
    this.names = names;
    this.words = words;
  }

  product(twin: TwinDecision): TwinDecision {
    const { productId, skuId, segment, isEst } = twin;
    return { productId: this.known(productId), skuId: this.known(skuId), segment: this.known(segment), isEst };
  }

  priceChange(change: PriceChange): PriceChange {
    const { match, from, kind, value, columns } = change;
    const { text, ...rest } = match;
    const part = text === undefined || this.words.isInTitle(text) ? text : this.names.of('value', text);
    return {
      match: { ...this.match(rest), ...(part === undefined ? {} : { text: part }) },
      from,
      kind,
      value,
      columns,
    };
  }

  /** Without who decided, when and why. */
  decision({ match, outcome, bridgeDays, renewTo }: Decision): Decision {
    return {
      match: this.match(match),
      outcome,
      ...(bridgeDays === undefined ? {} : { bridgeDays }),
      ...(renewTo === undefined ? {} : { renewTo }),
    };
  }

  keys<T>(map: ReadonlyMap<string, T>, role: 'customerId' | 'subscriptionId'): ReadonlyMap<string, T> {
    const entries = [...map].map(([id, value]) => [this.names.of(role, id), value] as const);
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  overrides(overrides: Overrides): Overrides {
    const rows = [...overrides].map(([id, row]) => {
      const cells = [...row].flatMap(([column, { value }]): [typeof column, Override][] => {
        const fate = FATES.portfolio?.[column];
        if (fate === undefined) return [];
        return [[column, { value: twinText(value, fate, this.names, this.words), author: '', at: '', reason: '' }]];
      });
      return [idKey(this.names.of('subscriptionId', id)), new Map(cells)] as const;
    });
    return new Map(rows.filter(([, row]) => row.size > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The seed is a text of the user's, so the trials are drawn anew. */
  uncertainty(uncertainty: Uncertainty): Uncertainty {
    const inputs = uncertainty.inputs.map((input) => ({ ...input, match: this.match(input.match) }));
    return { ...uncertainty, seed: this.names.of('value', uncertainty.seed), inputs };
  }

  azure(azure: AzureAssumptions): AzureAssumptions {
    return {
      markupPercent: azure.markupPercent,
      changes: azure.changes.map((change) => ({ ...change, match: this.scope(change.match) })),
      commitments: azure.commitments.map((commitment) => ({ ...commitment, match: this.scope(commitment.match) })),
      budgets: azure.budgets.map((budget) => ({
        ...budget,
        name: this.names.of('budget', budget.name),
        match: this.scope(budget.match),
      })),
      limits: azure.limits.map((limit) => ({ ...limit, customerId: this.names.of('customerId', limit.customerId) })),
      judged: [],
      stress: azure.stress,
    };
  }

  private scope({ customerId, subscriptionId, resourceGroup, category, meter, tag }: UsageScope): UsageScope {
    return {
      ...this.match({
        ...(customerId === undefined ? {} : { customerId }),
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
      }),
      ...(resourceGroup === undefined ? {} : { resourceGroup: this.names.of('resourceGroup', resourceGroup) }),
      ...(category === undefined ? {} : { category: this.known(category) }),
      ...(meter === undefined ? {} : { meter: this.known(meter) }),
      ...(tag === undefined
        ? {}
        : { tag: { key: this.names.of('tag', tag.key), value: this.names.of('tag', tag.value) } }),
    };
  }

  private match<M extends Match>(match: M): M {
    const entries = Object.entries(match).flatMap(([field, text]): [string, string][] => {
      if (typeof text !== 'string') return [];
      const fate = field === 'customerId' || field === 'subscriptionId' ? field : 'known';
      return [[field, twinText(text, fate, this.names, this.words)]];
    });
    return Object.fromEntries(entries) as unknown as M;
  }

  private known(text: string): string {
    return twinText(text, 'known', this.names, this.words);
  }
}
