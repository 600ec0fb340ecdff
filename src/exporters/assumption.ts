/** An entry of the list of assumptions, and the words that it is written with. */
import { type Day, dayToText } from '../core/days.ts';
import { type ReportText, reportText } from '../core/text/en/report.ts';
import { ruleValueText } from '../core/text/en/rule-values.ts';
import type { Words } from '../core/text/words.ts';

export interface Assumption {
  readonly topic: string;
  readonly item: string;
  /** Of the customer or subscription that `item` names. */
  readonly id?: string;
  readonly value: string;
  /** What the value is when nobody says otherwise; undefined where entries have no default. */
  readonly defaultValue: string | undefined;
  readonly differs: boolean;
  /** Rule id (`R-…`, `D-…`), empty where no rule speaks of it. */
  readonly rule: string;
}

/** How a list names customers and writes days. */
export interface AssumptionWords {
  /** The name of a customer; undefined: only the id is known. */
  readonly customer: (id: string) => string | undefined;
  readonly day: (day: Day) => string;
  readonly text: ReportText['assumptions'];
  readonly rules: Words<typeof ruleValueText>;
}

/** English, ids, ISO days. */
export const PLAIN_WORDS: AssumptionWords = {
  customer: () => undefined,
  day: dayToText,
  text: reportText.assumptions,
  rules: ruleValueText,
};
