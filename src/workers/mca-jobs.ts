/** The jobs of the MCA register: the register itself, and its log as a file. */
import type { Day } from '../core/days.ts';
import { exportFileName } from '../core/file-name.ts';
import type { Log } from '../core/obligations/mca/log.ts';
import { mcaLogCsv, mcaLogJson } from '../exporters/obligations/mca-log.ts';
import { mcaRegister } from '../sim/obligations/mca/register.ts';
import type { McaRegister, McaRequest } from '../sim/obligations/mca/types.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';

export interface McaLogRequest {
  readonly log: Log;
  readonly kind: 'csv' | 'json';
  readonly asOf: Day;
  readonly workbookName: string;
}

export type McaJobs = {
  mcaRegister: { input: McaRequest; progress: undefined; output: McaRegister };
  mcaLog: { input: McaLogRequest; progress: undefined; output: ExportedFile };
};

const TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

export function mcaJobs(engine: Engine): JobHost<McaJobs> {
  return {
    mcaRegister: async (request) => {
      const { used, book } = await engine.ready();
      return mcaRegister(used, book, request);
    },
    mcaLog: ({ log, kind, asOf, workbookName }) => {
      const text = kind === 'csv' ? mcaLogCsv(log) : mcaLogJson(log, asOf);
      const name = exportFileName(`mca-log-${kind}`, asOf, workbookName);
      return Promise.resolve({ name, type: TYPES[kind], bytes: new TextEncoder().encode(text) });
    },
  };
}
