/** What a role asks for, as a sheet in which it is said what is so. */
import type { Day } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import type { Designation, Evidence, Programme } from '../../../core/obligations/programme.ts';
import { obligationDaysText } from '../../../core/text/en/obligations-programme-days.ts';
import { obligationsRoleText } from '../../../core/text/en/obligations-role.ts';
import type { CheckResult, CheckState } from '../../../sim/obligations/programme/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { dayColumn, type PayColumn, textColumn } from '../../payers/sheet/columns.ts';
import { dayEdit, textEdit } from '../../payers/sheet/typed-cells.ts';

const text = obligationsRoleText.requirements;

export interface RequirementRow {
  readonly result: CheckResult;
  /** As it is said, or would be. */
  readonly said: Evidence;
  readonly isSaid: boolean;
}

/** One row for each requirement, with what is said of it. */
export function requirementRows(
  checks: readonly CheckResult[],
  evidence: readonly Evidence[],
): readonly RequirementRow[] {
  return checks.map((result) => {
    const said = evidence.find(
      ({ check, name }) => check === result.check && (check !== 'own' || name === result.name),
    );
    return { result, said: said ?? freshEvidence(result), isSaid: said !== undefined };
  });
}

function freshEvidence({ check, name }: CheckResult): Evidence {
  const known = check === 'designation' || check === 'score' ? 'own' : check;
  return { check: known, name, standing: 'met', on: undefined, until: undefined, note: '' };
}

/** What is counted is said elsewhere. */
function isCounted({ check }: CheckResult): boolean {
  return check === 'designation' || check === 'score' || check === 'transacting';
}

/** What is said after rows have changed. */
export function withRequirements(
  { evidence }: Programme,
  changed: readonly (readonly [before: RequirementRow, after: RequirementRow])[],
): readonly Evidence[] {
  let next = evidence;
  for (const [before, after] of changed) {
    const place = next.indexOf(before.said);
    if (!after.isSaid) next = place < 0 ? next : next.toSpliced(place, 1);
    else next = place < 0 ? [...next, after.said] : next.with(place, after.said);
  }
  return next;
}

export function requirementName({ check, name }: CheckResult): string {
  if (check === 'designation') return text.designation;
  if (check === 'score') return text.score;
  return check === 'own' ? name : obligationDaysText.checks[check];
}

const BAD: ReadonlySet<CheckState> = new Set(['ended', 'not-met', 'ends']);

export function requirementColumns(
  rows: readonly RequirementRow[],
  format: Format,
): readonly PayColumn<RequirementRow>[] {
  const titles = text.columns;
  return [
    {
      ...textColumn<RequirementRow>({ key: 'what', title: titles.what, width: 330, frozen: true }, ({ result }) =>
        requirementName(result),
      ),
      edit: textEdit<RequirementRow>(
        { kind: 'text', needed: true },
        ({ result }) => requirementName(result),
        (row, name) => renamed(row, name?.trim() ?? '', rows),
      ),
    },
    {
      ...textColumn<RequirementRow>(
        { key: 'state', title: titles.state, width: 150 },
        ({ result }) => text.states[result.state],
      ),
      flags: ({ result: { state } }) => (BAD.has(state) ? CELL.negative : state === 'open' ? CELL.warning : 0),
    },
    {
      ...textColumn<RequirementRow>({ key: 'standing', title: titles.standing, width: 110 }, standingWords),
      edit: textEdit<RequirementRow>(
        { kind: 'choice', choices: Object.values(text.standing) },
        standingWords,
        (row, typed) => withStanding(row, typed),
      ),
    },
    day('on', titles.on, format),
    day('until', titles.until, format),
    textColumn({ key: 'counted', title: titles.counted, width: 90 }, ({ result }) => countedWords(result, format)),
    {
      ...textColumn<RequirementRow>({ key: 'note', title: titles.note, width: 240 }, ({ result }) => result.note),
      edit: textEdit<RequirementRow>(
        { kind: 'text' },
        ({ said }) => said.note,
        (row, note) => say(row, { note: note ?? '' }),
      ),
    },
    textColumn({ key: 'rule', title: titles.rule, width: 80 }, ({ result }) => result.rule),
  ];
}

function countedWords({ has, needs }: CheckResult, format: Format): string {
  return needs === undefined ? '' : text.counted(has === undefined ? '–' : format.count(has), format.count(needs));
}

function standingWords({ result, said, isSaid }: RequirementRow): string {
  if (isCounted(result)) return '';
  return isSaid ? text.standing[said.standing] : text.standing.none;
}

function day(key: 'on' | 'until', title: string, format: Format): PayColumn<RequirementRow> {
  return {
    ...dayColumn<RequirementRow>({ key, title, width: 120 }, format, ({ result }) => result[key]),
    edit: dayEdit<RequirementRow>(
      false,
      ({ said }) => said[key],
      (row, typed: Day | undefined) => say(row, { [key]: typed }),
    ),
  };
}

/** What is typed beside a requirement says that it is met, unless it is said not to be. */
function say(row: RequirementRow, part: Partial<Evidence>): RequirementRow | string {
  if (isCounted(row.result)) return text.countedElsewhere;
  return { ...row, said: { ...row.said, ...part }, isSaid: true };
}

function withStanding(row: RequirementRow, typed: string | undefined): RequirementRow | string {
  if (isCounted(row.result)) return text.countedElsewhere;
  if (typed === text.standing.met) return say(row, { standing: 'met' });
  if (typed === text.standing['not-met']) return say(row, { standing: 'not-met' });
  return row.result.check === 'own' ? say(row, { standing: 'not-met' }) : { ...row, isSaid: false };
}

function renamed(row: RequirementRow, name: string, rows: readonly RequirementRow[]): RequirementRow | string {
  if (row.result.check !== 'own') return text.fixed;
  if (name === '') return obligationsRoleText.errors.name;
  const isTaken = rows.some((other) => other !== row && other.result.check === 'own' && other.result.name === name);
  return isTaken ? obligationsRoleText.errors.taken : { ...row, said: { ...row.said, name } };
}

/** A name that no requirement has yet. */
export function freshName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} ${String(number)}`)) number++;
  return `${wanted} ${String(number)}`;
}

export function designationColumns(format: Format): readonly PayColumn<Designation>[] {
  const { designations } = text;
  return [
    {
      ...textColumn<Designation>(
        { key: 'name', title: designations.name, width: 280, frozen: true },
        ({ name }) => name,
      ),
      edit: textEdit<Designation>(
        { kind: 'text', needed: true },
        ({ name }) => name,
        (row, name) =>
          name === undefined || name.trim() === '' ? obligationsRoleText.errors.name : { ...row, name: name.trim() },
      ),
    },
    {
      ...dayColumn<Designation>({ key: 'until', title: designations.until, width: 130 }, format, ({ until }) => until),
      edit: dayEdit<Designation>(
        false,
        ({ until }) => until,
        (row, until) => ({ ...row, until }),
      ),
    },
  ];
}
