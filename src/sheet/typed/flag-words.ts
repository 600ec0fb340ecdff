/** Yes and no as spreadsheets and people write them, in the languages whose spreadsheets we know. */

const YES = ['yes', 'true', 'y', '1', 'ja', 'wahr', 'j', 'oui', 'vrai', 'o', 'sant', 'sand', 'sann', 'tosi', 'kyllä', 'sí', 'si', 'verdadero', 'vero', 'sim', 'verdadeiro', 'waar', 'tak', 'prawda', 'ano', 'pravda', 'igen', 'igaz', 'はい', '是', 'x', '✓', '✔', '☑']; // prettier-ignore
const NO = ['no', 'false', 'n', '0', 'nein', 'falsch', 'non', 'faux', 'nej', 'falskt', 'falsk', 'usann', 'epätosi', 'ei', 'falso', 'não', 'nee', 'onwaar', 'nie', 'fałsz', 'ne', 'nepravda', 'nem', 'hamis', 'いいえ', '否', '✗', '☐']; // prettier-ignore

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...YES.map((word): [string, boolean] => [word, true]),
  ...NO.map((word): [string, boolean] => [word, false]),
]);

/** What a word says, undefined when it is none of these. */
export function readFlag(text: string): boolean | undefined {
  return FLAGS.get(text.normalize('NFC').trim().toLowerCase());
}
