/** The jobs of action packs: what each subscription gets, the pack itself, and the linter over pasted JSON. */
import { type JsonData, dataOf, parseJson } from '../core/actions/json-tree.ts';
import { type LintResult, lintActions } from '../core/actions/lint.ts';
import type { PackChoices } from '../core/actions/pack-choices.ts';
import { exportFileName } from '../core/file-name.ts';
import { idKey } from '../core/ids.ts';
import { packFiles, requestsOf, zipOf } from '../exporters/actions/pack.ts';
import type { ActionRequest } from '../exporters/actions/request.ts';
import type { PackInput } from '../exporters/actions/types.ts';
import { sourceItems } from '../importers/items/source-items.ts';
import { chunksOf } from '../importers/read/bytes.ts';
import { jsonText } from '../importers/read/json.ts';
import { textAtPath } from '../importers/read/json-access.ts';
import {
  type ActionRow,
  type ActionsRequest,
  type SimulationRequest,
  actionRows,
  knownSubscriptions,
} from '../sim/index.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';

export interface ActionPackRequest {
  readonly actions: ActionsRequest;
  readonly choices: PackChoices;
  readonly workbookName: string;
}

/** What a chosen subscription gets; `request` where there is an action. */
export interface PlannedRow {
  readonly row: ActionRow;
  readonly request: RequestSummary | undefined;
}

export type RequestSummary =
  | { readonly kind: 'complete' }
  | { readonly kind: 'merge'; readonly fields: readonly string[]; readonly isStale: boolean }
  | { readonly kind: 'none'; readonly why: 'id' | 'product' };

export type ActionsJobs = {
  actionPlan: { input: ActionPackRequest; progress: undefined; output: readonly PlannedRow[] };
  actionPack: { input: ActionPackRequest; progress: undefined; output: ExportedFile };
  /** Held against the imported subscriptions and the decisions of the scenario. */
  lintActions: {
    input: { readonly text: string; readonly simulation: SimulationRequest };
    progress: undefined;
    output: LintResult;
  };
};

export function actionsJobs(engine: Engine): JobHost<ActionsJobs> {
  return {
    actionPlan: async (request) => {
      const input = await packInput(await engine.ready(), request);
      const requests = new Map([...requestsOf(input)].map(([{ row }, one]) => [row, summaryOf(one)]));
      return input.rows.map((row) => ({ row, request: requests.get(row) }));
    },
    actionPack: async (request, { transfer }) => {
      const input = await packInput(await engine.ready(), request);
      const bytes = zipOf(await packFiles(input), input.asOf);
      const name = exportFileName('actions-zip', input.asOf, request.workbookName);
      return transfer({ name, type: 'application/zip', bytes }, [bytes.buffer]);
    },
    lintActions: async ({ text, simulation }) => {
      const { book } = await engine.ready();
      const asked = new Set([...text.matchAll(/"([^"\\\n]{1,100})"/g)].map(([, id = '']) => idKey(id)));
      const known = knownSubscriptions(book, simulation, (id) => asked.has(id));
      return lintActions(text, { asOf: simulation.window.asOf, known });
    },
  };
}

async function packInput(engine: Engine, request: ActionPackRequest): Promise<PackInput> {
  const { actions, choices, workbookName } = request;
  const { scenario, window } = actions.simulation;
  const rows = actionRows(engine.book, actions);
  const resources = await resourcesFor(engine, rows);
  return { asOf: window.asOf, workbook: workbookName, scenario: scenario.name, rows, resources, choices };
}

/** The subscriptions as the imported JSON files gave them, from the files kept beside their datasets. */
async function resourcesFor(engine: Engine, rows: readonly ActionRow[]): Promise<ReadonlyMap<string, JsonData>> {
  const wanted = new Set(rows.flatMap((row) => (typeof row.outcome === 'string' ? [] : [idKey(row.subscriptionId)])));
  const resources = new Map<string, JsonData>();
  const read = new Set<string>();
  for (const { id, kind, sha256 } of wanted.size === 0 ? [] : engine.used) {
    // Files of one archive are kept as the archive.
    if (kind !== 'subscriptions' || read.has(sha256)) continue;
    read.add(sha256);
    const file = await engine.sourceFile(id);
    if (!file || !('blob' in file)) continue;
    const { blob } = file;
    for await (const item of sourceItems(() => chunksOf(blob.stream()))) {
      const key = idKey(textAtPath(item, 'id'));
      if (!wanted.has(key)) continue;
      const { root } = parseJson(jsonText(item));
      if (root) resources.set(key, dataOf(root));
    }
  }
  return resources;
}

function summaryOf(request: ActionRequest): RequestSummary {
  switch (request.kind) {
    case 'complete':
      return { kind: 'complete' };
    case 'merge':
      return { kind: 'merge', fields: request.fields, isStale: request.isStale };
    case 'none':
      return { kind: 'none', why: request.why };
  }
}
