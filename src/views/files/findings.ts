/** Diagnostics of a file by their code: one line for each kind of trouble, with its first places. */
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import { filesText } from '../../core/text/en/files.ts';
import { groupBy } from './group-by.ts';

export interface FindingGroup {
  readonly key: string;
  readonly severity: Severity;
  readonly count: number;
  /** Of the first one. */
  readonly message: string;
  readonly places: string;
}

const SHOWN_PLACES = 3;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The diagnostics of one file in groups, errors first, each in the order of its first place. */
export function findingGroups(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
  const groups = groupBy(diagnostics, ({ severity, code }) => `${severity} ${code}`);
  return [...groups]
    .flatMap(([key, [first, ...others]]) =>
      first
        ? [
            {
              key,
              severity: first.severity,
              count: others.length + 1,
              message: first.message,
              places: placesOf([first, ...others]),
            },
          ]
        : [],
    )
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

function placesOf(diagnostics: readonly Diagnostic[]): string {
  const places = [...new Set(diagnostics.map(placeOf))];
  return places.length > SHOWN_PLACES ? `${places.slice(0, SHOWN_PLACES).join('; ')}; …` : places.join('; ');
}

function placeOf({ row, column }: Diagnostic): string {
  const { details } = filesText;
  if (row !== undefined) return details.place(row, column ?? '');
  return column === undefined ? details.wholeFile : details.column(column);
}

/** The diagnostics of a file: the importer's, and those that the engine has about it. */
export function diagnosticsOf(
  file: string,
  own: readonly Diagnostic[],
  engine: readonly Diagnostic[],
): readonly Diagnostic[] {
  return [...own, ...engine.filter((diagnostic) => diagnostic.file === file)];
}
