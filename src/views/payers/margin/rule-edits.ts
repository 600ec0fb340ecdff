/** Two cells that hold a margin rule: its kind and its value. */
import type { MarginRule } from '../../../core/scenario/scenario.ts';
import type { Format } from '../../../core/format.ts';
import { marginText } from '../../../core/text/en/price-rules.ts';
import { compare, fraction, parseExact } from '../../../core/exact.ts';
import { type PayColumn, decimalColumn, textColumn } from '../sheet/columns.ts';
import { decimalEdit, textEdit } from '../sheet/typed-cells.ts';

export const RULE_KINDS = ['markup', 'erp-discount', 'margin', 'fixed'] as const;
const words = marginText.kinds;

export function valueOf(rule: MarginRule): string {
  return rule.kind === 'fixed' ? rule.price : rule.percent;
}

/** The rule of a kind with a value, or why there is none, in words. */
export function ruleOf(kind: MarginRule['kind'], value: string): MarginRule | string {
  const decimal = parseExact(value);
  if (!decimal) return marginText.notNumber;
  if (kind === 'margin' && compare(decimal, fraction(100)) >= 0) return marginText.tooMuch;
  return kind === 'fixed' ? { kind, price: value } : { kind, percent: value };
}

/** Kind and value as columns that can be typed; an empty kind takes the rule away. */
export function ruleColumns<Row>(
  format: Format,
  get: (row: Row) => MarginRule | undefined,
  set: (row: Row, rule: MarginRule | undefined) => Row,
): readonly PayColumn<Row>[] {
  const { ownKind, ownValue } = marginText.columns;
  const write = (row: Row, rule: MarginRule | string): Row | string =>
    typeof rule === 'string' ? rule : set(row, rule);
  const typed = (row: Row): string | undefined => {
    const rule = get(row);
    return rule && valueOf(rule);
  };
  const kind = textEdit<Row>(
    { kind: 'choice', choices: RULE_KINDS.map((one) => words[one]) },
    (row) => {
      const rule = get(row);
      return rule && words[rule.kind];
    },
    (row, word) => {
      const chosen = RULE_KINDS.find((one) => words[one] === word);
      if (!chosen) return set(row, undefined);
      const rule = get(row);
      return write(row, ruleOf(chosen, rule ? valueOf(rule) : '0'));
    },
  );
  const value = decimalEdit<Row>({ kind: 'decimal' }, typed, (row, decimal) => {
    const rule = get(row);
    if (decimal === undefined) return set(row, undefined);
    return rule ? write(row, ruleOf(rule.kind, decimal)) : marginText.kindFirst;
  });
  return [
    {
      ...textColumn<Row>({ key: 'ownKind', title: ownKind, width: 130 }, (row) => {
        const rule = get(row);
        return rule ? words[rule.kind] : '';
      }),
      edit: kind,
    },
    { ...decimalColumn<Row>({ key: 'ownValue', title: ownValue, width: 76 }, format, typed), edit: value },
  ];
}
