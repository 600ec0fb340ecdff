/** A rule of the user's as fields of a form, and back. */
import { decodeObligationPack } from '../../../core/obligations/rules/pack.ts';
import { OBLIGATION_RULES } from '../../../core/obligations/rules/book.ts';
import type { ObligationPack, ObligationRule } from '../../../core/obligations/rules/types.ts';
import { type Result, err, ok } from '../../../core/result.ts';
import { diagnosticMessage } from '../../../core/text/diagnostics.ts';
import { obligationPacksText } from '../../../core/text/en/obligation-packs.ts';

export type Fields = Record<string, string>;
export const LISTS = ['statements', 'days', 'figures'] as const;
export type ListName = (typeof LISTS)[number];

/** What a user types; empty fields are left out. */
export interface RuleDraft {
  id: string;
  topic: string;
  title: string;
  statements: Fields[];
  days: Fields[];
  figures: Fields[];
}

/** The fields of each list, in the order in which they are shown. */
export const FIELDS = {
  statements: ['text', 'source', 'confidence', 'from', 'until'],
  days: ['key', 'day', 'what', 'ifMet', 'ifMissed'],
  figures: ['key', 'value', 'unit', 'what', 'from', 'until'],
} as const satisfies Readonly<Record<ListName, readonly string[]>>;

export function freshFields(list: ListName): Fields {
  return Object.fromEntries(FIELDS[list].map((key) => [key, key === 'confidence' ? 'medium' : '']));
}

/**
 * What is said of a rule as fields: the user's own where there is any, else the days and figures of the book, to be changed.
 * @param rule as the book has it; undefined: a new one
 */
export function draftOf(rule: ObligationRule | undefined, packs: readonly ObligationPack[]): RuleDraft {
  const own = packs.find(({ name }) => name === rule?.own)?.rules.find(({ id }) => id === rule?.id);
  const { id = '', topic = 'mca', title = '' } = rule ?? {};
  return {
    ...{ id, topic, title },
    statements: own ? own.statements.map((one) => fieldsOf('statements', one)) : [freshFields('statements')],
    days: (rule?.days ?? []).map((one) => fieldsOf('days', one)),
    figures: (rule?.figures ?? []).map((one) => fieldsOf('figures', one)),
  };
}

function fieldsOf(list: ListName, from: object): Fields {
  const values = new Map<string, unknown>(Object.entries(from));
  return Object.fromEntries(
    FIELDS[list].map((key) => {
      const value = values.get(key);
      return [key, typeof value === 'string' ? value : ''];
    }),
  );
}

/** The rule that was typed, or what is wrong with it, in words. What says the same as the book is left to the book. */
export function ruleOfDraft(draft: RuleDraft): Result<ObligationRule, readonly string[]> {
  const { id, topic, title } = draft;
  const known = OBLIGATION_RULES.find((rule) => rule.id === id.trim());
  const isSaid = (list: 'days' | 'figures') => (fields: Fields) =>
    !(known?.[list] ?? []).some((one) => sameFields(fieldsOf(list, one), fields));
  const rule = {
    ...{ id: id.trim(), topic, title: title.trim() },
    statements: draft.statements.map(filled),
    days: draft.days.filter(isSaid('days')).map(filled),
    figures: draft.figures.filter(isSaid('figures')).map(filled),
  };
  const read = decodeObligationPack({ name: obligationPacksText.ownName, rules: [rule] });
  if (!read.ok)
    return err(read.error.map(({ code, params }) => diagnosticMessage(code, params).replaceAll('rules[0].', '')));
  const [only] = read.value.rules;
  return only ? ok(only) : err([]);
}

function sameFields(one: Fields, other: Fields): boolean {
  return Object.keys(one).every((key) => one[key] === other[key]);
}

function filled(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
}
