import type { DiagnosticCode, MessageParams } from '../../core/text/diagnostics.ts';

/**
 * Why a file cannot be read any further. A chain of streams can only fail by throwing, so this is thrown inside it and
 * becomes a diagnostic in one place, `importFile`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: DiagnosticCode;
  readonly params: MessageParams;
  /** Line of the source where it happened, when that is known. */
  readonly row: number | undefined;

  constructor(code: DiagnosticCode, params: MessageParams = {}, row?: number) {
    super(code);
    this.code = code;
    this.params = params;
    this.row = row;
  }
}
