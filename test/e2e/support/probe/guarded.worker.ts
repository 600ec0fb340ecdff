/** A worker that keeps its network functions: only the policy guards it. */
import { commonChannels, tryChannels } from './channels.ts';
import { workingEvaluators } from './evaluators.ts';

await tryChannels(commonChannels);
postMessage({ evaluators: workingEvaluators() });
