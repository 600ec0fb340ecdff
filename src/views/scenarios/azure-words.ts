/** Assumptions about Azure in words. */
import type { Assumption } from '../../core/branches/values.ts';
import type { Format } from '../../core/format.ts';
import type { AzureBudget, AzureCommitment } from '../../core/scenario/azure.ts';
import { scenarioWords } from '../../core/text/en/scenario-words.ts';
import { dayWords, matchWords, numbered } from './match-words.ts';
import type { Names } from './names.ts';

const text = scenarioWords.azure;

/** What an assumption of a list is called; undefined for a path of another part. */
export function azureName(section: string, keys: readonly string[], names: Names, format: Format): string | undefined {
  const [first = '', second = ''] = keys;
  switch (section) {
    case 'azure.changes':
    case 'azure.commitments': {
      const kind = kindWords(first);
      const who = matchWords(keys.slice(2), names, text.all);
      return numbered(text.changed(kind, who, dayWords(second, format)), keys.slice(2), 0);
    }
    case 'azure.budgets':
      return numbered(text.budget(first), keys, 1);
    case 'azure.limits':
      return numbered(text.limit(names.customer(first), second), keys, 2);
    case 'azure.judged':
      return numbered(text.finding(findingWords(first, names)), keys, 1);
    default:
      return undefined;
  }
}

/** A finding's id is its first day, side and currency, then the texts of what it is about: docs/formats/azure.md. */
function findingWords(id: string, names: Names): string {
  const [begun = '', customer, ...rest] = id.split(' | ');
  return customer === undefined ? id : [begun, names.customer(customer), ...rest].join(', ');
}

function kindWords(kind: string): string {
  const words: ReadonlyMap<string, string> = new Map(Object.entries({ ...text.changes, ...text.kinds }));
  return words.get(kind) ?? kind;
}

/** The value of an assumption; undefined for one of another part. */
export function azureWords(assumption: Assumption, format: Format): string | undefined {
  switch (assumption.section) {
    case 'azure.changes':
      return text.values[assumption.value.kind](format.decimal(assumption.value.percent));
    case 'azure.commitments':
      return commitmentWords(assumption.value, format);
    case 'azure.budgets':
      return budgetWords(assumption.value, format);
    case 'azure.limits': {
      const { limit, paid, currency } = assumption.value;
      return `${format.decimal(limit)} ${currency}, ${text.paid(format.decimal(paid))}`;
    }
    case 'azure.judged': {
      const { verdict, reason } = assumption.value;
      return [text.verdicts[verdict], reason].filter((word) => word !== '').join(': ');
    }
    default:
      return undefined;
  }
}

function commitmentWords(commitment: AzureCommitment, format: Format): string {
  const { kind, perHour, rate, currency, term } = commitment;
  const [amount, price, years] = [format.decimal(perHour), format.decimal(rate), text.terms[term]];
  return kind === 'reservation'
    ? text.reserved(amount, price, currency, years)
    : text.saved(amount, currency, price, years);
}

function budgetWords({ amount, currency, at, thresholds }: AzureBudget, format: Format): string {
  const words = text.ofMonth(format.decimal(amount), currency, text.at[at]);
  return thresholds.length === 0 ? words : `${words}, ${text.saidAt(thresholds.join(', '))}`;
}
