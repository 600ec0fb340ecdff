/** Rules of agreements and programmes that a user adds as data, `termwise/obligations@1`: read as a whole or refused with everything that is wrong. */
import { type Result, err, ok } from '../../result.ts';
import {
  type Decoder,
  type ScenarioProblem,
  asChoice,
  asFlag,
  asList,
  asObject,
  asText,
  fail,
} from '../../scenario/decoders.ts';
import { required } from '../../scenario/required.ts';
import { parseDay } from '../../days.ts';
import { faultsOf } from './pack-faults.ts';
import {
  type ObligationPack,
  type ObligationRule,
  type RuleDay,
  type RuleFigure,
  type Statement,
  TOPICS,
} from './types.ts';

export const OBLIGATIONS_SCHEMA = 'termwise/obligations@1';

/** A text that says something, and fits a screen. */
const MOST_CHARACTERS = 4000;
/** Ids stand in addresses. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const KEY = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const DECIMAL = /^\d{1,15}(\.\d{1,10})?$/;
const UNIT = /^([A-Z]{3}|count|points|days|months|years|minutes)$/;

const asWords: Decoder<string> = (value, path, problems) => {
  const text = asText(value, path, problems);
  if (text === undefined || (text.trim() !== '' && text.length <= MOST_CHARACTERS)) return text;
  fail(problems, 'obligations-no-words', path, { most: MOST_CHARACTERS });
  return undefined;
};

function asWritten(
  pattern: RegExp,
  code: 'obligations-not-id' | 'obligations-not-key' | 'obligations-not-figure' | 'obligations-not-unit',
): Decoder<string> {
  return (value, path, problems) =>
    typeof value === 'string' && pattern.test(value) ? value : fail(problems, code, path);
}

/** A day stays the text that it was, so that what is exported again has the same bytes. */
const asDayText: Decoder<string> = (value, path, problems) =>
  typeof value === 'string' && parseDay(value) !== undefined ? value : fail(problems, 'scenario-not-date', path);

const asStatement = required<Statement>(
  asObject({
    text: asWords,
    source: asWords,
    confidence: asChoice('high', 'medium', 'low'),
    from: asDayText,
    until: asDayText,
    outranked: asFlag,
  }),
  ['text', 'source', 'confidence'],
);

const asRuleDay = required<RuleDay>(
  asObject({
    key: asWritten(KEY, 'obligations-not-key'),
    day: asDayText,
    what: asWords,
    ifMet: asWords,
    ifMissed: asWords,
  }),
  ['key', 'day', 'what', 'ifMet', 'ifMissed'],
);

const asFigure = required<RuleFigure>(
  asObject({
    key: asWritten(KEY, 'obligations-not-key'),
    value: asWritten(DECIMAL, 'obligations-not-figure'),
    unit: asWritten(UNIT, 'obligations-not-unit'),
    what: asWords,
    from: asDayText,
    until: asDayText,
  }),
  ['key', 'value', 'unit', 'what'],
);

const asRule = required<ObligationRule>(
  asObject({
    id: asWritten(ID, 'obligations-not-id'),
    topic: asChoice(...TOPICS),
    title: asWords,
    statements: asList(asStatement),
    days: asList(asRuleDay),
    figures: asList(asFigure),
  }),
  ['id', 'topic', 'title', 'statements'],
  { days: [], figures: [] },
);

const SHAPE = { name: asWords, rules: asList(asRule) };
const asFile = required<ObligationPack & { readonly schema: string }>(
  asObject({ schema: asChoice(OBLIGATIONS_SCHEMA), ...SHAPE }),
  ['schema', 'name', 'rules'],
);
const asStored = required<ObligationPack>(asObject(SHAPE), ['name', 'rules']);

/** The rules in a JSON text, or everything that is wrong with it, each with its path. */
export function readObligationPack(text: string): Result<ObligationPack, readonly ScenarioProblem[]> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return err([{ code: 'scenario-not-json', params: { path: '(file)', reason } }]);
  }
  return decoded(asFile, value);
}

/** Rules as a workbook or a recipe holds them, without a schema of their own. */
export function decodeObligationPack(value: unknown): Result<ObligationPack, readonly ScenarioProblem[]> {
  return decoded(asStored, value);
}

function decoded(decoder: Decoder<ObligationPack>, value: unknown): Result<ObligationPack, readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  const read = decoder(value, '', problems);
  if (read && problems.length === 0) problems.push(...faultsOf(read));
  return read && problems.length === 0 ? ok({ name: read.name, rules: read.rules.map(inOrder) }) : err(problems);
}

/** Keys in one order, whichever they came in: equal rules are written alike. */
function inOrder({ id, topic, title, statements, days, figures }: ObligationRule): ObligationRule {
  return {
    ...{ id, topic, title },
    statements: statements.map(({ text, source, confidence, from, until, outranked }) => ({
      ...{ text, source, confidence },
      ...spanOf({ from, until }),
      ...(outranked === true ? { outranked } : {}),
    })),
    days: days.map(({ key, day, what, ifMet, ifMissed }) => ({ key, day, what, ifMet, ifMissed })),
    figures: figures.map(({ key, value, unit, what, from, until }) => ({
      ...{ key, value, unit, what },
      ...spanOf({ from, until }),
    })),
  };
}

function spanOf({
  from,
  until,
}: {
  readonly from: string | undefined;
  readonly until: string | undefined;
}): Pick<Statement, 'from' | 'until'> {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** The file of some rules; `readObligationPack` gives them back, and the same bytes when they are written again. */
export function obligationPackText({ name, rules }: ObligationPack): string {
  return `${JSON.stringify({ schema: OBLIGATIONS_SCHEMA, name, rules: rules.map(inOrder) }, undefined, 2)}\n`;
}
