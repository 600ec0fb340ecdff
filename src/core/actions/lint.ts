/** Finds what is wrong in subscription JSON before anybody sends it: bodies of a PATCH, answers to GET, our own action pack. */
import { type AddFinding, Findings, type LintFinding } from './findings.ts';
import { type JsonNode, JsonMembers, parseJson, partsOf } from './json-tree.ts';
import { lintActionList } from './lint-actions.ts';
import { lintInstructions } from './lint-instructions.ts';
import { lintKnown } from './lint-known.ts';
import { lintState } from './lint-state.ts';
import { type LintContext, type Subject, isActionPack, subjectsOf } from './subject.ts';

export type { LintFinding } from './findings.ts';
export type { LintContext } from './subject.ts';

export interface LintResult {
  /** How many subscriptions or changes were looked at. */
  readonly subjects: number;
  /** In the order of the text. */
  readonly findings: readonly LintFinding[];
}

/** Checks a text by. */
export function lintActions(text: string, context: LintContext): LintResult {
  // A byte order mark comes with text that was copied out of a file.
  const whole = text.replace(/^\uFEFF/, ' ');
  const findings = new Findings(whole);
  const { root, faults } = parseJson(whole);
  // Behind the first fault the reader only guesses.
  const [fault] = faults;
  if (fault) findings.at('not-json', fault.at, '', '', { reason: fault.reason });
  if (!root) return { subjects: 0, findings: findings.list };
  noteRepeated(root, findings);
  const subjects = subjectsOf(root, context);
  if (subjects.length === 0 && !isActionPack(root)) findings.at('no-subscription', root.at, root.path, '');
  for (const subject of subjects) lintSubject(subject, context, findings.about(subject.id));
  const inOrder = findings.list.sort((a, b) => a.line - b.line || a.column - b.column);
  return { subjects: subjects.length, findings: inOrder };
}

function noteRepeated(node: JsonNode, findings: Findings): void {
  if (node.value instanceof JsonMembers) {
    for (const { name, at } of node.value.repeated) findings.at('duplicate-key', at, node.path, '', { name });
    for (const member of node.value.byName.values()) noteRepeated(member, findings);
  }
  for (const part of partsOf(node)) noteRepeated(part, findings);
}

function lintSubject(subject: Subject, context: LintContext, add: AddFinding): void {
  if (!lintState(subject, context, add)) return;
  lintActionList(subject, context, add);
  for (const action of subject.actions) lintInstructions(action, subject, add);
  lintKnown(subject, context, add);
}
