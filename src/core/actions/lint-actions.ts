/** The list of scheduled actions: their words, their dates, and whether two of them meet. */
import { type Day, dayToText } from '../days.ts';
import type { AddFinding } from './findings.ts';
import { JsonMembers, type JsonNode, memberOf, scalarOf } from './json-tree.ts';
import { actionsNoList } from './lint-state.ts';
import {
  type LintContext,
  type ScheduledAction,
  type Subject,
  dayOf,
  dueOf,
  presentOf,
  scheduleNodes,
} from './subject.ts';
import { NUMBERED_ACTIONS, SCHEDULE_TYPES, wordLike } from './vocabulary.ts';

export function lintActionList(subject: Subject, context: LintContext, add: AddFinding): void {
  const { node, actions, termEnd } = subject;
  const noList = actionsNoList(node);
  if (noList) add('actions-no-list', noList);
  for (const action of actions) {
    if (!(action.node.value instanceof JsonMembers)) {
      add('action-no-object', action.node);
      continue;
    }
    lintType(action, add);
    lintSchedule(action.node, add);
    lintDate(action, subject, context, add);
  }
  lintMeetings(actions, termEnd, add);
}

function lintType({ node, typeNode, type }: ScheduledAction, add: AddFinding): void {
  const text = scalarOf(typeNode);
  const numbered = NUMBERED_ACTIONS.get(text);
  if (numbered) add('numbered-action', typeNode ?? node, { text, action: numbered });
  else if (type === undefined) add('unknown-action', typeNode ?? node, { text });
  else if (type !== text) add('word-case', typeNode ?? node, { text, word: type });
}

function lintSchedule(node: JsonNode, add: AddFinding): void {
  const fields = scheduleNodes(node);
  if (fields.length === 0) add('schedule-missing', node);
  if (fields.length > 1) add('schedule-twice', fields[1] ?? node);
  for (const field of fields) {
    const text = scalarOf(field);
    const word = wordLike(SCHEDULE_TYPES, text);
    if (word === undefined) add('unknown-schedule', field, { text });
    else if (word !== text) add('word-case', field, { text, word });
  }
}

function lintDate(action: ScheduledAction, { termEnd }: Subject, { asOf }: LintContext, add: AddFinding): void {
  const { node, schedule } = action;
  const field = presentOf(memberOf(node, 'effectiveDate'));
  if (schedule === 'TermEnd' && field) add('date-with-term-end', field);
  if (schedule !== 'CustomDate') return;
  const text = scalarOf(field);
  if (!field || text === '') {
    add('date-missing', field ?? node);
    return;
  }
  const date = dayOf(text);
  if (date === undefined) add('date-unreadable', field, { text });
  else if (date < asOf) add('date-past', field, { date: dayToText(date) });
  else if (termEnd !== undefined && date > termEnd)
    add('date-after-term', field, { date: dayToText(date), end: dayToText(termEnd) });
}

/** Two actions that are due on one day: the later of them is named. */
function lintMeetings(actions: readonly ScheduledAction[], termEnd: Day | undefined, add: AddFinding): void {
  const dueOn = new Map<Day | 'term-end', ScheduledAction>();
  for (const action of actions) {
    const due = dueOf(action, termEnd);
    if (due === undefined || action.type === undefined) continue;
    const earlier = dueOn.get(due);
    if (!earlier) dueOn.set(due, action);
    else if (earlier.type === action.type) add('same-action-twice', action.node, { action: action.type });
    else add('conflicting-actions', action.node, { action: earlier.type ?? '', other: action.type });
  }
}
