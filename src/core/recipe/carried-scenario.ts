/** A scenario without what is tied to particular customers or subscriptions, and without anybody's words. */
import { SECTIONS } from '../branches/sections.ts';
import type { AzureAssumptions, UsageScope } from '../scenario/azure.ts';
import type { AssumptionNote } from '../scenario/notes.ts';
import type { Decision, FxAssumptions, Scenario } from '../scenario/scenario.ts';
import { DEFAULT_UNCERTAINTY } from '../scenario/read-uncertainty.ts';
import type { Uncertainty } from '../scenario/uncertainty.ts';
import { type IsName, type LeftOut, type LeftOutKind, mentionsName } from './left-out.ts';

/** The scenario as a recipe carries it; what it says about all customers stays as it is. @param leftOut notes what is not carried */
export function carriedScenario(scenario: Scenario, isName: IsName, leftOut: LeftOut): Scenario {
  return new Carrier(isName, leftOut).scenario(scenario);
}

class Carrier {
  private readonly isName: IsName;
  private readonly leftOut: LeftOut;

  constructor(isName: IsName, leftOut: LeftOut) {
    this.isName = isName;
    this.leftOut = leftOut;
  }

  scenario(scenario: Scenario): Scenario {
    const { est, margin, uncertainty } = scenario;
    for (const id of scenario.clauses.keys()) this.leftOut.note('clauses', id);
    for (const id of margin.customers.keys()) this.leftOut.note('margins', `customer ${id}`);
    for (const id of margin.subscriptions.keys()) this.leftOut.note('margins', `subscription ${id}`);
    for (const [id, row] of scenario.overrides)
      for (const column of row.keys()) this.leftOut.note('overrides', JSON.stringify([id, column]));
    const carried: Scenario = {
      name: scenario.name,
      est: { ...est, twins: this.list('assumptions', est.twins) },
      priceChanges: this.list('price-changes', scenario.priceChanges, ({ match }) => match.customerId !== undefined),
      decisions: this.list('decisions', scenario.decisions, isOfSomebody).map((decision) => this.plain(decision)),
      margin: { ...margin, customers: new Map(), subscriptions: new Map() },
      clauses: new Map(),
      overrides: new Map(),
      rules: scenario.rules,
      fx: this.fx(scenario.fx),
      uncertainty: uncertainty && this.uncertainty(uncertainty),
      azure: this.azure(scenario.azure),
      meta: new Map(),
    };
    return { ...carried, meta: this.ranges(scenario, carried) };
  }

  /** The elements that speak of nobody. */
  private list<T extends object>(
    kind: LeftOutKind,
    list: readonly T[],
    isTied: (element: T) => boolean = () => false,
  ): readonly T[] {
    return list.filter((element) => {
      const stays = !isTied(element) && !mentionsName(wordless(element), this.isName);
      if (!stays) this.leftOut.note(kind, JSON.stringify(element));
      return stays;
    });
  }

  /** Without who decided, when and why. */
  private plain({ author, at, reason, ...decision }: Decision): Decision {
    if (author !== undefined || reason !== undefined)
      this.leftOut.note('notes', JSON.stringify([decision.match, author, at, reason]));
    return decision;
  }

  private fx({ shocks, rates, reporting }: FxAssumptions): FxAssumptions {
    return {
      shocks: this.list('assumptions', shocks),
      rates: this.list('assumptions', rates),
      reporting: reporting !== undefined && this.isName(reporting) ? undefined : reporting,
    };
  }

  /** The seed is a text of the user's. */
  private uncertainty(uncertainty: Uncertainty): Uncertainty {
    return {
      ...uncertainty,
      seed: this.isName(uncertainty.seed) ? DEFAULT_UNCERTAINTY.seed : uncertainty.seed,
      inputs: this.list('uncertain', uncertainty.inputs, isOfSomebody),
      limits: this.list('assumptions', uncertainty.limits),
    };
  }

  private azure(azure: AzureAssumptions): AzureAssumptions {
    for (const { finding } of azure.judged) this.leftOut.note('verdicts', finding);
    return {
      ...azure,
      changes: this.list('azure', azure.changes, isOfSomeUsage),
      commitments: this.list('azure', azure.commitments, isOfSomeUsage),
      budgets: this.list('azure', azure.budgets, isOfSomeUsage),
      limits: this.list('azure', azure.limits, () => true),
      judged: [],
    };
  }

  /** Of cards only the ranges, and only of what is carried. */
  private ranges(scenario: Scenario, carried: Scenario): Scenario['meta'] {
    const paths = new Set(SECTIONS.flatMap((section) => [...section.all(carried).keys()]));
    const kept = new Map<string, AssumptionNote>();
    for (const [path, { owner, on, reason, low, high }] of scenario.meta) {
      if (owner !== undefined || on !== undefined || reason !== undefined) this.leftOut.note('notes', path);
      if ((low === undefined && high === undefined) || !paths.has(path)) continue;
      kept.set(path, { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) });
    }
    return kept;
  }
}

/** The words of a decision are left out anyway. */
function wordless(element: object): object {
  return { ...element, author: undefined, at: undefined, reason: undefined };
}

function isOfSomebody({
  match,
}: {
  readonly match: { readonly customerId?: string; readonly subscriptionId?: string };
}): boolean {
  return match.customerId !== undefined || match.subscriptionId !== undefined;
}

function isOfSomeUsage({ match }: { readonly match: UsageScope }): boolean {
  const { customerId, subscriptionId, resourceGroup, tag } = match;
  return [customerId, subscriptionId, resourceGroup, tag].some((one) => one !== undefined);
}
