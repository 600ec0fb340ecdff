/** A subscription, or a change of one, as the linter looks at it. */
import { type Day, parseDay } from '../days.ts';
import { idKey } from '../ids.ts';
import { type JsonNode, JsonMembers, memberOf, partsOf, scalarOf } from './json-tree.ts';
import {
  ACTION_TYPES,
  ACTIONS_SCHEMA,
  type ActionType,
  SCHEDULE_FIELDS,
  SCHEDULE_TYPES,
  wordLike,
} from './vocabulary.ts';

/** What the workbook knows about a subscription. */
export interface KnownSubscription {
  readonly seats: number;
  /** The last day of its term. */
  readonly termEnd: Day | undefined;
  readonly inEst: boolean;
  /** What the open scenario decides; undefined: nothing. */
  readonly decided: KnownDecision | undefined;
}

export interface KnownDecision {
  readonly action: ActionType;
  /** Seats, term and plan of the new term; undefined without one. */
  readonly quantity: number | undefined;
  readonly termDuration: string | undefined;
  readonly billingPlan: string | undefined;
}

export interface LintContext {
  readonly asOf: Day;
  /** By id as it is matched; undefined: nothing has been imported, so that no id is unknown. */
  readonly known: ReadonlyMap<string, KnownSubscription> | undefined;
}

/** `body`: what would be sent, or an answer to GET. `merge`: changes that are laid over such an answer first. */
export interface Subject {
  readonly node: JsonNode;
  readonly kind: 'body' | 'merge';
  readonly id: string;
  readonly idNode: JsonNode | undefined;
  readonly known: KnownSubscription | undefined;
  readonly termEnd: Day | undefined;
  readonly actions: readonly ScheduledAction[];
}

export interface ScheduledAction {
  readonly node: JsonNode;
  readonly typeNode: JsonNode | undefined;
  /** Undefined for a word that is none of them. */
  readonly type: ActionType | undefined;
  readonly schedule: (typeof SCHEDULE_TYPES)[number] | undefined;
  /** Of `CustomDate`. */
  readonly date: Day | undefined;
  readonly instructions: JsonNode | undefined;
}

/** Whether a document is the `actions.json` of an action pack, which may hold no request. */
export function isActionPack(root: JsonNode): boolean {
  return scalarOf(memberOf(root, 'schema')).startsWith(ACTIONS_SCHEMA.slice(0, -1));
}

/** The subscriptions and changes in a document, in its order. */
export function subjectsOf(root: JsonNode, context: LintContext): readonly Subject[] {
  if (isActionPack(root)) {
    return partsOf(memberOf(root, 'requests')).flatMap((request) => {
      const [body, merge] = [memberOf(request, 'body'), memberOf(request, 'merge')];
      const idNode = memberOf(request, 'subscriptionId');
      if (merge) return [subjectOf(merge, 'merge', idNode, context)];
      return body ? [subjectOf(body, 'body', memberOf(body, 'id') ?? idNode, context)] : [];
    });
  }
  const lists = [root, ...['items', 'value'].flatMap((name) => memberOf(root, name) ?? [])];
  const listed = lists.flatMap((list) => partsOf(list));
  const nodes = listed.length > 0 ? listed : [root];
  return nodes
    .filter(isSubscription)
    .map((node) => subjectOf(node, 'body', memberOf(node, 'id') ?? memberOf(node, 'subscriptionId'), context));
}

const TELLING = [
  ...['autoRenewEnabled', 'scheduledActions', 'scheduledNextTermInstructions', 'offerId', 'commitmentEndDate'],
  ...['commitmentEndDateTime', 'termDuration', 'renewalTermDuration'],
];

function isSubscription({ value }: JsonNode): boolean {
  return value instanceof JsonMembers && TELLING.some((name) => value.byName.has(name));
}

function subjectOf(
  node: JsonNode,
  kind: Subject['kind'],
  idNode: JsonNode | undefined,
  { known }: LintContext,
): Subject {
  const id = scalarOf(idNode);
  const found = known?.get(idKey(id));
  const own = scalarOf(memberOf(node, 'commitmentEndDate')) || scalarOf(memberOf(node, 'commitmentEndDateTime'));
  const actions = partsOf(memberOf(node, 'scheduledActions')).map(actionOf);
  return { node, kind, id, idNode, known: found, termEnd: dayOf(own) ?? found?.termEnd, actions };
}

function actionOf(node: JsonNode): ScheduledAction {
  const typeNode = memberOf(node, 'actionType');
  const [scheduleNode] = scheduleNodes(node);
  const schedule = wordLike(SCHEDULE_TYPES, scalarOf(scheduleNode));
  return {
    node,
    typeNode,
    type: wordLike(ACTION_TYPES, scalarOf(typeNode)),
    schedule,
    date: schedule === 'CustomDate' ? dayOf(scalarOf(memberOf(node, 'effectiveDate'))) : undefined,
    instructions: presentOf(memberOf(node, 'instructions')),
  };
}

/** The field that says when, under either of its names (D-05). */
export function scheduleNodes(action: JsonNode): readonly JsonNode[] {
  return SCHEDULE_FIELDS.flatMap((name) => presentOf(memberOf(action, name)) ?? []);
}

/** A member that is more than null. */
export function presentOf(node: JsonNode | undefined): JsonNode | undefined {
  return node === undefined || node.value === null ? undefined : node;
}

/** The UTC day of a moment as the API writes it; undefined for what is none. */
export function dayOf(moment: string): Day | undefined {
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(moment) ? parseDay(moment.slice(0, 10)) : undefined;
}

/** The day on which an action is due; that of the term end, when it is not known, is one of its own. */
export function dueOf({ schedule, date }: ScheduledAction, termEnd: Day | undefined): Day | 'term-end' | undefined {
  if (schedule === 'CustomDate') return date;
  return schedule === 'TermEnd' ? (termEnd ?? 'term-end') : undefined;
}
