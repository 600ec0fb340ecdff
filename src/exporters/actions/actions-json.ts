/** `actions.json`: the requests with what, why and until when, and what was left out. Keys are English in every language. */
import { type JsonData, type JsonDataMap, NumberText, jsonFile } from '../../core/actions/json-tree.ts';
import { ACTIONS_SCHEMA } from '../../core/actions/vocabulary.ts';
import { type Day, dayToText } from '../../core/days.ts';
import type { ActionRequest } from './request.ts';
import { type PackInput, type Planned, autoRenewAfter, seatsAfter } from './types.ts';
import type { Wording } from './wording.ts';

const BASE_URL = 'https://api.partnercenter.microsoft.com';

/** Rules that an action stands on. */
const RULES = {
  Cancel: ['R-013', 'R-017', 'R-019'],
  RenewToNewTerm: ['R-013', 'R-016', 'R-019'],
  RenewToExtendedServiceTerm: ['R-013', 'R-018', 'R-019'],
} as const;

type Members = readonly (readonly [string, JsonData | undefined])[];

/** The members that have a value. */
function mapOf(members: Members): JsonDataMap {
  return new Map(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** A moment at 00:00 UTC. */
export function utcMoment(day: Day): string {
  return `${dayToText(day)}T00:00:00Z`;
}

/** The document; `requests` by the planned ones. It holds no price of any kind. */
export function actionsJson(
  { asOf, workbook, scenario, rows, choices }: PackInput,
  requests: ReadonlyMap<Planned, ActionRequest>,
  wording: Wording,
): string {
  const leftOut = rows.flatMap(({ outcome, subscriptionId, customer, product }) =>
    typeof outcome === 'string'
      ? [mapOf([['subscriptionId', subscriptionId], ['customer', customer], ['product', product], ['reason', outcome], ['what', wording.text.leftOut[outcome]]])]
      : [],
  ); // prettier-ignore
  const listed = [...requests].map(([planned, request]) =>
    mapOf([...factsOf(planned, choices, wording), ...requestMembers(planned, request, wording)]),
  );
  return jsonFile(
    mapOf([
      ['schema', ACTIONS_SCHEMA],
      ['asOf', dayToText(asOf)],
      ['workbook', workbook],
      ['scenario', scenario],
      ['baseUrl', BASE_URL],
      ['requests', listed],
      ['leftOut', leftOut],
    ]),
  );
}

function factsOf(planned: Planned, choices: PackInput['choices'], wording: Wording): Members {
  const { row, action } = planned;
  const count = (value: number): JsonData => new NumberText(String(value));
  return [
    ['subscriptionId', row.subscriptionId],
    ['customerId', row.customerId],
    ['customer', row.customer],
    ['product', row.product],
    ['action', action.type],
    ['what', wording.happens(planned)],
    ['why', row.reason],
    ['decidedBy', row.decidedBy],
    ['decidedAt', row.decidedAt],
    ['deadlineUtc', action.locksAt === undefined ? null : utcMoment(action.locksAt)],
    ['rules', [...RULES[action.type]]],
    ['autoRenewBefore', row.autoRenew],
    ['autoRenewAfter', autoRenewAfter(action, choices)],
    ['seatsBefore', count(row.seats)],
    ['seatsAfter', count(seatsAfter(planned))],
  ];
}

function requestMembers(planned: Planned, request: ActionRequest, { text }: Wording): Members {
  const { request: words } = text;
  const { bridgeEnds, newTerm } = planned.action;
  const followUp: Members =
    bridgeEnds === undefined || !newTerm
      ? []
      : [['followUp', mapOf([['on', dayToText(bridgeEnds)], ['renewTo', `${newTerm.termDuration}/${newTerm.billingPlan}`], ['seats', new NumberText(String(newTerm.seats))], ['note', words.followUp]])]]; // prettier-ignore
  switch (request.kind) {
    case 'none':
      return [['note', words.none[request.why]], ...followUp];
    case 'complete':
      return [
        ['checkFirst', request.checkFirst],
        ['method', 'PATCH'],
        ['path', request.path],
        ['body', request.body],
        ['notes', [words.aged, ...request.notes.map((note) => words[note])]],
        ...followUp,
      ];
    case 'merge':
      return [
        ['fetch', mapOf([['method', 'GET'], ['path', request.path]])],
        [request.isStale ? 'differs' : 'fetchFirst', [...request.fields]],
        ['merge', request.merge],
        ['then', mapOf([['method', 'PATCH'], ['path', request.path]])],
        ['notes', [words.mergeHow]],
        ...followUp,
      ]; // prettier-ignore
  }
}
