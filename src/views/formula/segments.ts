/** The text of a formula line cut where its looks change: at its tokens, and where a problem begins and ends. */
import type { FormulaToken } from '../../sheet/formula/assist/tokens.ts';
import type { Span } from '../../sheet/formula/ast.ts';

/** References take turns at so many colours. */
const COLOURS = 5;

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** `reference-0` …, or the kind of a token; '' for plain text. */
  readonly look: string;
  readonly wrong: boolean;
}

/** Together the segments are the whole text. A problem without width marks the place behind it by an empty segment. */
export function segmentsOf(
  text: string,
  tokens: readonly FormulaToken[],
  problem: Span | undefined,
): readonly Segment[] {
  const parts = tokens.length > 0 ? tokens : [{ kind: 'space', start: 0, end: text.length } as const];
  const segments = parts.flatMap((token) =>
    cut(token, problem).map(([start, end]) => segment(text, token, start, end, problem)),
  );
  const isPoint = problem !== undefined && problem.start === problem.end;
  if (!isPoint) return segments;
  const at = segments.findIndex(({ start }) => start >= problem.start);
  const mark: Segment = { start: problem.start, text: '', look: '', wrong: true };
  return at < 0 ? [...segments, mark] : segments.toSpliced(at, 0, mark);
}

function cut({ start, end }: Span, problem: Span | undefined): readonly (readonly [number, number])[] {
  const inside = [problem?.start, problem?.end].filter((place) => place !== undefined && place > start && place < end);
  const places = [...new Set([start, ...inside.filter((place) => place !== undefined), end])];
  return places.slice(1).map((place, at) => [places[at] ?? start, place] as const);
}

function segment(text: string, token: FormulaToken, start: number, end: number, problem: Span | undefined): Segment {
  const look = token.reference === undefined ? token.kind : `reference-${String(token.reference % COLOURS)}`;
  return {
    start,
    text: text.slice(start, end),
    look: look === 'space' ? '' : look,
    wrong: problem !== undefined && start >= problem.start && end <= problem.end && end > start,
  };
}
