/** What once was so, with what took its place: kept and shown as history. */
import { type Day, parseDay } from '../../days.ts';
import { isInForce } from '../rules/book.ts';
import type { ObligationRule, Statement } from '../rules/types.ts';

export interface PastStatement {
  readonly rule: string;
  readonly statement: Statement;
  /** Its last day; undefined where another statement counts though no day says since when. */
  readonly until: Day | undefined;
  /** What took the place of a dated statement and holds on the day; undefined where the book does not say. */
  readonly now: Statement | undefined;
}

/** The statements of some rules that hold no longer on a day, in the order of the book. */
export function pastStatements(
  book: readonly ObligationRule[],
  rules: readonly string[],
  asOf: Day,
): readonly PastStatement[] {
  return book
    .filter(({ id }) => rules.includes(id))
    .flatMap(({ id, statements }) =>
      statements.flatMap((statement, place): PastStatement[] => {
        const hasEnded = statement.until !== undefined && !isInForce(statement, asOf);
        if (!hasEnded && statement.outranked !== true) return [];
        const until = statement.until === undefined ? undefined : parseDay(statement.until);
        const next = statements[place + 1];
        const isNow = until !== undefined && next !== undefined && isInForce(next, asOf) && next.outranked !== true;
        return [{ rule: id, statement, until, now: isNow ? next : undefined }];
      }),
    );
}
