import { tryChannels } from './channels.ts';
import { workingEvaluators } from './evaluators.ts';
import { pageChannels } from './page-channels.ts';
import { showResult } from './show-result.ts';

await tryChannels(pageChannels);
showResult({ evaluators: workingEvaluators() });
