/** What a repair changes, place by place: the file is read again, with the choices as they stand. */
import { type RepairSample, importSources } from '../importers/index.ts';
import type { RepairPreviewRequest } from './engine-jobs.ts';
import { FORGETFUL_CHUNKS } from './forgetful-chunks.ts';
import { sourceOf } from './import-drop.ts';

/** Nobody asks which file a preview was made from. */
const NO_HASH = (): Promise<string> => Promise.resolve('');

export async function previewRepair(
  { file, shownAs, choices, spotlight, answers, encodings }: RepairPreviewRequest,
  signal: AbortSignal,
): Promise<readonly RepairSample[]> {
  const { files } = await importSources([sourceOf(file, NO_HASH)], {
    answers,
    encodings,
    signal,
    openChunks: () => FORGETFUL_CHUNKS,
    clinic: { mode: 'ask', choices: new Map([[shownAs, choices]]), reopen: [shownAs], spotlight },
  });
  const found = files
    .filter((report) => report.file === shownAs)
    .flatMap(({ questions }) => questions.flatMap((question) => (question.kind === 'clinic' ? question.found : [])));
  const { code, column } = spotlight;
  return found.find((finding) => finding.code === code && finding.column === column)?.samples ?? [];
}
