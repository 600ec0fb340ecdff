/** Drops of files: their progress, what became of each file, and the questions that are still open. */
import { storeErrorText } from '../storage/store-error.ts';
import { importsText } from '../core/text/en/imports.ts';
import type {
  BetweenAnswer,
  DroppedFile,
  Encoding,
  FileOutcome,
  ImportOutcome,
  ImportRequest,
  MappingPreview,
  RepairChoice,
  RepairSample,
  SheetAnswer,
  Spotlight,
} from '../workers/engine-jobs.ts';
import { type Day, addMonths } from '../core/days.ts';
import { createFormat } from '../core/format.ts';
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { apartBackups } from './apart-backups.ts';
import { openScenario } from './branch-steps.ts';
import type { ImportTarget } from './import-target.ts';
import { ImportMeter } from './import-meter.ts';
import { newDropId } from './drop-id.ts';
import { addDroppedRules } from './obligation-packs.ts';
import { type OpenQuestion, type Where, outermost, stillOpen, whereOf } from './open-question.ts';
import { distinct, withOutcomes } from './outcomes.ts';
import { answersOf } from './recipes.ts';
import { noEntries, withEntry } from './with-entry.ts';

export type { OpenQuestion } from './open-question.ts';
export type {
  BetweenAnswer,
  BetweenFinding,
  FileOutcome,
  Finding,
  ImportQuestion,
  MappingPreview,
  RepairChoice,
  RepairSample,
  SheetAnswer,
  Spotlight,
  Treatment,
} from '../workers/engine-jobs.ts';

export class Imports {
  /** What became of the files of the last drop. */
  last: readonly FileOutcome[] = $state.raw([]);
  /** Why nothing of the last drop was stored. */
  refusal: string | undefined = $state();
  questions: readonly OpenQuestion[] = $state.raw([]);
  /** Questions whose file the user leaves out for now. */
  private leftOut: readonly OpenQuestion[] = $state.raw([]);
  private encodings: ReadonlyMap<string, Encoding> = noEntries();
  /** What the user said about damage, by file. */
  private choices: ReadonlyMap<string, readonly RepairChoice[]> = noEntries();
  /** What the user said about files that have rows in common with others. */
  private between: ReadonlyMap<string, BetweenAnswer> = noEntries();
  private readonly workbook: ImportTarget;

  constructor(workbook: ImportTarget) {
    this.workbook = workbook;
  }

  /** The question to put to the user now. */
  get asking(): OpenQuestion | undefined {
    return this.questions.find((question) => !this.leftOut.includes(question));
  }

  /** Imports files in the given order. Resolves when they are stored and simulated, or the drop was cancelled. */
  async add(files: readonly DroppedFile[], replaces?: string, exportedOn?: Day): Promise<void> {
    const { backups, locked, others } = await apartBackups(files);
    if (locked.length > 0) this.workbook.locked.offer(locked);
    if (backups[0]) await this.workbook.backups.check(backups[0]);
    if (others.length === 0) return;
    const drop = { drop: newDropId(), importedOn: this.workbook.today };
    await this.read(
      others,
      { replaces, drop: exportedOn === undefined ? drop : { ...drop, exportedOn } },
      this.last.filter(({ file }) => this.questions.some(({ shownAs }) => shownAs === file)),
    );
  }

  /** @param before outcomes that stay on the list */
  private async read(
    files: readonly DroppedFile[],
    where: Where,
    before: readonly FileOutcome[] = this.last,
    reopen: readonly string[] = [],
  ): Promise<void> {
    const { jobs, runner, document } = this.workbook;
    const request: ImportRequest = {
      files,
      answers: document.answers,
      encodings: this.encodings,
      clinic: { mode: 'ask', choices: this.choices, reopen },
      between: this.between,
      drop: where.drop,
      ...(where.replaces === undefined ? {} : { replaces: where.replaces }),
      ...(where.only && { only: where.only }),
    };
    const meter = new ImportMeter(files, createFormat(this.workbook.locale));
    const outcome = await jobs.run(importsText.reading(files.length), (signal, move) =>
      runner.run('importFiles', request, {
        signal,
        onProgress: (stage) => {
          const { share, detail, secondsLeft } = meter.move(stage);
          move(share, detail, secondsLeft);
        },
      }),
    );
    if (!outcome) {
      // The drop may have been stored by the time it was cancelled.
      await this.workbook.refresh();
      return;
    }
    this.last = withOutcomes(before, outcome.files);
    await this.take(outcome, files, where);
  }

  private async take(
    { files: outcomes, refusal, workspace }: ImportOutcome,
    files: readonly DroppedFile[],
    where: Where,
  ): Promise<void> {
    this.refusal = refusal && storeErrorText(refusal);
    const asked = outcomes.flatMap(({ file: shownAs, questions: [question] }) => {
      const file = files.find(({ name }) => shownAs === name || shownAs.startsWith(`${name}/`));
      return file && question ? [{ file, shownAs, question, ...where }] : [];
    });
    this.questions = [...this.questions.filter(({ file }) => !files.includes(file)), ...asked];
    this.choices = stillOpen(this.choices, this.questions);
    this.between = stillOpen(this.between, this.questions);
    const { scenario, scenarioParent } = outcomes.findLast((outcome) => outcome.scenario !== undefined) ?? {};
    if (scenario) this.workbook.gate.dispatch(openScenario(this.workbook, scenario, scenarioParent));
    addDroppedRules(this.workbook, outcomes);
    if (workspace) {
      await this.workbook.adopt(workspace);
      void this.workbook.persist().then((granted) => {
        this.workbook.keeping.granted = granted;
      });
    }
    const recipes = outcomes.flatMap(({ file, recipe }) => (recipe ? [{ file, recipe }] : []));
    this.workbook.recipesIn.offer(recipes);
    const answers = answersOf(recipes.flatMap(({ recipe }) => (recipe.book ? [] : [recipe])));
    if (answers.size === 0) return;
    this.workbook.gate.dispatch({ kind: 'remember-answers', answers });
    await this.readAnswered(answers);
  }

  /** Reads the files again whose questions are answered by what is remembered about headers now. */
  async readAnswered(answers: ReadonlyMap<string, SheetAnswer>): Promise<void> {
    const answered = this.questions.filter(
      ({ question }) => 'headerHash' in question && answers.has(question.headerHash),
    );
    for (const [at, first] of answered.entries()) {
      const together = answered.filter(
        (open) => open.drop.drop === first.drop.drop && open.replaces === first.replaces,
      );
      if (answered.indexOf(together[0] ?? first) < at) continue;
      await this.read(distinct(together.map(({ file }) => file)), whereOf(first));
    }
  }

  /** Answers a question about a sheet, remembers it for this header, and reads the file again. */
  async answer(open: OpenQuestion, answer: SheetAnswer): Promise<void> {
    const { file, question, replaces, drop } = open;
    if (question.kind === 'encoding' || question.kind === 'between') return;
    const { gate, document } = this.workbook;
    const { headerHash, header } = question;
    const alike = this.questions.filter(
      (other) =>
        !this.leftOut.includes(other) &&
        other.replaces === replaces &&
        other.drop.drop === drop.drop &&
        'headerHash' in other.question &&
        other.question.headerHash === headerHash,
    );
    gate.dispatch({
      kind: 'remember-answer',
      headerHash,
      answer: { ...document.answers.get(headerHash), header, ...answer },
    });
    await this.read(distinct([file, ...alike.map((other) => other.file)]), whereOf(open));
  }

  /** Reads a file again in the encoding that the user chose. */
  async useEncoding(open: OpenQuestion, encoding: Encoding): Promise<void> {
    this.encodings = withEntry(this.encodings, open.shownAs, encoding);
    await this.read([open.file], whereOf(open));
  }

  /** Leaves a file with a question out, until the user asks for the question again; a stored file stays as it is. */
  leaveOut(question: OpenQuestion): void {
    if (question.isStored) {
      this.questions = this.questions.filter((other) => other !== question);
      this.last = this.last.filter(({ file }) => file !== question.shownAs);
    } else this.leftOut = [...this.leftOut, question];
  }

  /** Puts the question about a file again. */
  ask(question: OpenQuestion): void {
    this.leftOut = this.leftOut.filter((other) => other !== question);
  }

  /** Takes a file that was not stored off the list of the last drop. */
  forget(outcome: FileOutcome): void {
    this.last = this.last.filter((other) => other !== outcome);
    this.questions = this.questions.filter(({ shownAs }) => shownAs !== outcome.file);
  }

  /** Forgets the last drop, its questions and what the user said about encodings. */
  reset(): void {
    this.last = [];
    this.questions = [];
    this.refusal = undefined;
    this.encodings = noEntries();
    this.choices = noEntries();
    this.between = noEntries();
  }

  /** Takes the user's word about a file that has rows in common with others, and reads it again. */
  async decide(open: OpenQuestion, answer: BetweenAnswer): Promise<void> {
    this.between = withEntry(this.between, open.shownAs, answer);
    await this.read([open.file], whereOf(open));
  }

  /** Takes the user's word about the damage in a file, for this file or for all with its header, and reads it again. */
  async repair(open: OpenQuestion, choices: readonly RepairChoice[], always: boolean): Promise<void> {
    const { file, shownAs, question } = open;
    this.choices = withEntry(this.choices, shownAs, choices);
    if (always) await this.answer(open, { repairs: choices });
    else if (question.kind === 'clinic') await this.read([file], whereOf(open));
  }

  /** Reads a stored file again, with other choices or after asking for them. False: it is another file; nothing changes. */
  async decideAnew(
    { id, file, sha256 }: Pick<DatasetInfo, 'id' | 'file' | 'sha256'>,
    blob: Blob,
    { choices, ask }: { readonly choices: readonly RepairChoice[]; readonly ask: boolean },
  ): Promise<boolean> {
    this.choices = withEntry(this.choices, file, choices);
    const drop = { drop: newDropId(), importedOn: this.workbook.today };
    const where = { replaces: id, drop, isStored: true, only: { file, sha256 } };
    await this.read([{ name: outermost(file), blob }], where, this.last, ask ? [file] : []);
    const other = this.last.find(({ diagnostics }) => diagnostics.some(({ code }) => code === 'other-content'));
    if (other) this.forget(other);
    return !other;
  }

  /** The file that a dataset was made from; undefined when it is not kept. */
  async sourceOf(id: string): Promise<DroppedFile | undefined> {
    const source = await this.workbook.runner.run('sourceFile', { id });
    return source && 'blob' in source ? source : undefined;
  }

  /** The places of one finding. */
  async previewRepair(
    { file, shownAs }: OpenQuestion,
    choices: readonly RepairChoice[],
    spotlight: Spotlight,
    signal?: AbortSignal,
  ): Promise<readonly RepairSample[]> {
    const { answers } = this.workbook.document;
    const request = { file, shownAs, answers, encodings: this.encodings, choices, spotlight };
    return this.workbook.runner.run('previewRepair', request, { signal });
  }

  /** What a mapping makes of the first rows of a file that waits for one. */
  async preview({ question }: OpenQuestion, answer: SheetAnswer): Promise<MappingPreview | undefined> {
    if (question.kind !== 'mapping') return undefined;
    const { header, samples } = question;
    return this.workbook.runner.run('previewMapping', { header, samples, answer });
  }

  /** Makes the sample's files and imports them as if they had been dropped. */
  async openSample(): Promise<void> {
    const files = await this.workbook.runner.run('sample', { asOf: this.workbook.asOf });
    await this.add(files);
    if (this.workbook.document.name === '') {
      this.workbook.gate.dispatch({ kind: 'rename', name: importsText.sampleName });
    }
  }

  /** Adds what was billed for the sample's subscriptions in the last two closed months, or what its customers accepted. */
  async openSamplePart(part: 'invoices' | 'agreements'): Promise<void> {
    const { asOf, runner } = this.workbook;
    await this.add(await runner.run('sample', { asOf, part }));
  }

  /** Adds the sample's subscriptions of a month before, as the older snapshot of those that are open. */
  async openEarlierSample(): Promise<void> {
    const { asOf, today, runner } = this.workbook;
    const files = await runner.run('sample', { asOf, part: 'earlier' });
    await this.add(files, undefined, addMonths(Math.min(asOf, today), -1));
  }
}
