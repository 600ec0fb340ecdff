/** What a dataset is beyond its kind, in words: its version or part, and whether it is billed. */
import type { Diagnostic } from '../diagnostics.ts';

const UNBILLED = 'unbilled';

/** Words such as `version 1.2` or `unbilled`, from what the importer said of the file; none when it said nothing of the kind. */
export function variantWords(diagnostics: readonly Pick<Diagnostic, 'code' | 'params'>[]): readonly string[] {
  return diagnostics.flatMap(({ code, params }) => {
    if (code === 'variant') return [String(params['variant'] ?? '')];
    return code === 'unbilled' ? [UNBILLED] : [];
  });
}
