/** The scenario taken apart: every part with its assumptions. */
import { DEFAULT_AZURE, type AzureAssumptions } from '../scenario/azure.ts';
import { asDays, asDecimal, asObject, asText } from '../scenario/decoders.ts';
import { DEFAULT_EST, DEFAULT_FX, DEFAULT_MARGIN, DEFAULT_RULES } from '../scenario/defaults.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import { asAzureChange, asBudget, asCommitment, asCreditLimit, asJudged, asStress } from '../scenario/read-azure.ts';
import { asNote, asRate, asRules, asShock } from '../scenario/read-more.ts';
import { DEFAULT_UNCERTAINTY, asInput, asLimit, asLoadings } from '../scenario/read-uncertainty.ts';
import { asClause, asDecision, asEst, asMargin, asMarginRule, asPriceChange, asTwin } from '../scenario/read.ts';
import type { FxAssumptions, MarginRules, Scenario } from '../scenario/scenario.ts';
import type { Uncertainty } from '../scenario/uncertainty.ts';
import { clauseDocument, datedDocument, estDocument, noteDocument } from '../scenario/write.ts';
import { dayToText } from '../days.ts';
import { cellSection } from './cells.ts';
import { entrySection } from './entries.ts';
import { fieldSection } from './fields.ts';
import { listSection } from './list.ts';
import { sectionName } from './path.ts';
import { matchKeys } from './match-keys.ts';
import { isSameValue } from './same.ts';
import type { Place, Section } from './section.ts';

/** A whole part of the scenario. */
function part<K extends keyof Scenario>(key: K): Place<Scenario[K]> {
  return { get: (scenario) => scenario[key], set: (scenario, value) => ({ ...scenario, [key]: value }) };
}

/** A field of a part of the scenario. */
function within<K extends 'est' | 'margin' | 'fx' | 'azure', F extends keyof Scenario[K]>(
  key: K,
  field: F,
): Place<Scenario[K][F]> {
  return {
    get: (scenario) => scenario[key][field],
    set: (scenario, value) => ({ ...scenario, [key]: { ...scenario[key], [field]: value } }),
  };
}

/** A part that is always there. */
function always<T>(place: Place<T>, defaults: T): Place<T | undefined> {
  return { get: (scenario) => place.get(scenario), set: (scenario, value) => place.set(scenario, value ?? defaults) };
}

/** A part of what is not known for sure: where nothing was said, nothing becomes something only by an entry. */
function uncertain<K extends keyof Uncertainty>(key: K): Place<Uncertainty[K]> {
  return {
    get: ({ uncertainty }) => (uncertainty ?? DEFAULT_UNCERTAINTY)[key],
    set: (scenario, value) => {
      const { uncertainty } = scenario;
      if (!uncertainty && isSameValue(value, DEFAULT_UNCERTAINTY[key])) return scenario;
      return { ...scenario, uncertainty: { ...(uncertainty ?? DEFAULT_UNCERTAINTY), [key]: value } };
    },
  };
}

/** Keyed by the parts of the scenario, so that none is forgotten. A section stands behind the one that it lies in. */
const BY_PART: Readonly<Record<Exclude<keyof Scenario, 'name'>, readonly Section[]>> = {
  est: [
    fieldSection({
      name: 'est',
      place: always(part('est'), DEFAULT_EST),
      defaults: DEFAULT_EST,
      except: ['twins'],
      read: asEst,
      write: estDocument,
    }),
    listSection({
      name: 'est.twins',
      place: within('est', 'twins'),
      keyOf: ({ productId, skuId, segment }) => [productId, skuId, segment],
      read: asTwin,
    }),
  ],
  rules: [
    fieldSection({
      name: 'rules',
      place: always(part('rules'), DEFAULT_RULES),
      defaults: DEFAULT_RULES,
      read: asRules,
    }),
  ],
  priceChanges: [
    listSection({
      name: 'priceChanges',
      place: part('priceChanges'),
      keyOf: ({ match, from, columns }) => [dayToText(from), columns, ...matchKeys(match)],
      read: asPriceChange,
      write: datedDocument,
    }),
  ],
  fx: [
    fieldSection<FxAssumptions>({
      name: 'fx',
      place: always(part('fx'), DEFAULT_FX),
      defaults: DEFAULT_FX,
      except: ['shocks', 'rates'],
      read: asObject({ reporting: asText }),
    }),
    listSection({
      name: 'fx.shocks',
      place: within('fx', 'shocks'),
      keyOf: ({ currency, from }) => [currency, dayToText(from)],
      read: asShock,
      write: datedDocument,
    }),
    listSection({
      name: 'fx.rates',
      place: within('fx', 'rates'),
      keyOf: ({ from, to }) => [from, to],
      read: asRate,
    }),
  ],
  decisions: [
    listSection({
      name: 'decisions',
      place: part('decisions'),
      keyOf: ({ match }) => matchKeys(match),
      read: asDecision,
    }),
  ],
  margin: [
    fieldSection<MarginRules>({
      name: 'margin',
      place: always(part('margin'), DEFAULT_MARGIN),
      defaults: DEFAULT_MARGIN,
      except: ['customers', 'subscriptions'],
      read: asMargin,
    }),
    entrySection({ name: 'margin.customers', place: within('margin', 'customers'), read: asMarginRule }),
    entrySection({ name: 'margin.subscriptions', place: within('margin', 'subscriptions'), read: asMarginRule }),
  ],
  clauses: [entrySection({ name: 'clauses', place: part('clauses'), read: asClause, write: clauseDocument })],
  overrides: [cellSection],
  uncertainty: [
    fieldSection<Uncertainty>({
      name: 'uncertainty',
      place: part('uncertainty'),
      optional: true,
      defaults: DEFAULT_UNCERTAINTY,
      except: ['inputs', 'loadings', 'limits'],
      read: asObject({ trials: asDays, seed: asText }),
    }),
    fieldSection({
      name: 'uncertainty.loadings',
      place: always(uncertain('loadings'), DEFAULT_UNCERTAINTY.loadings),
      defaults: DEFAULT_UNCERTAINTY.loadings,
      read: asLoadings,
    }),
    listSection({
      name: 'uncertainty.inputs',
      place: uncertain('inputs'),
      keyOf: ({ what, match }) => [what, ...matchKeys(match)],
      read: asInput,
    }),
    listSection({
      name: 'uncertainty.limits',
      place: uncertain('limits'),
      keyOf: ({ amount, currency }) => [amount, currency],
      read: asLimit,
    }),
  ],
  azure: [
    fieldSection<AzureAssumptions>({
      name: 'azure',
      place: always(part('azure'), DEFAULT_AZURE),
      defaults: DEFAULT_AZURE,
      except: ['changes', 'commitments', 'budgets', 'limits', 'judged', 'stress'],
      read: asObject({ markupPercent: asDecimal }),
    }),
    fieldSection({
      name: 'azure.stress',
      place: always(within('azure', 'stress'), DEFAULT_AZURE.stress),
      defaults: DEFAULT_AZURE.stress,
      read: asStress,
    }),
    listSection({
      name: 'azure.changes',
      place: within('azure', 'changes'),
      keyOf: ({ kind, from, match }) => [kind, dayToText(from), ...matchKeys(match)],
      read: asAzureChange,
      write: datedDocument,
    }),
    listSection({
      name: 'azure.commitments',
      place: within('azure', 'commitments'),
      keyOf: ({ kind, from, match }) => [kind, dayToText(from), ...matchKeys(match)],
      read: asCommitment,
      write: datedDocument,
    }),
    listSection({
      name: 'azure.budgets',
      place: within('azure', 'budgets'),
      keyOf: ({ name }) => [name],
      read: asBudget,
    }),
    listSection({
      name: 'azure.limits',
      place: within('azure', 'limits'),
      keyOf: ({ customerId, currency }) => [customerId, currency],
      read: asCreditLimit,
    }),
    listSection({
      name: 'azure.judged',
      place: within('azure', 'judged'),
      keyOf: ({ finding }) => [finding],
      read: asJudged,
    }),
  ],
  meta: [entrySection({ name: 'meta', place: part('meta'), read: asNote, write: noteDocument })],
};

/** In the order in which they are applied. */
export const SECTIONS: readonly Section[] = Object.values(BY_PART).flat();

const byName = new Map(SECTIONS.map((section) => [section.name, section]));

/** The section of a path; undefined for a path of no assumption that this version knows. */
export function sectionOf(path: AssumptionPath): Section | undefined {
  return byName.get(sectionName(path));
}
