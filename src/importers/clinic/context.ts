/** What the clinic is told about all files of an import, and from it about one. */
import type { RepairChoice, Spotlight } from './finding.ts';
import type { ClinicOrder, RepairMode } from './policy.ts';

export interface ClinicContext {
  readonly mode: RepairMode;
  /** The user's choices by file name, as reports show it. */
  readonly choices: ReadonlyMap<string, readonly RepairChoice[]>;
  /** Names of files that become a question again, whatever was decided. */
  readonly reopen?: readonly string[];
  readonly spotlight?: Spotlight;
}

/** @param remembered what the user said about all files with this header; the word on the file itself counts first */
export function clinicOrder(
  context: ClinicContext | undefined,
  file: string,
  remembered: readonly RepairChoice[] = [],
): ClinicOrder {
  if (!context) return { mode: 'apply', choices: remembered };
  const { mode, choices, reopen, spotlight } = context;
  return {
    mode,
    choices: [...(choices.get(file) ?? []), ...remembered],
    reopen: reopen?.includes(file) ?? false,
    spotlight,
  };
}
