/** German: what was taken out of a report without names. */
import type { EditionProofText } from '../en/edition-proof.ts';

export const editionProofText: EditionProofText = {
  heading: 'Was entfernt wurde',
  say: 'Namen und Kennungen wurden ersetzt, bevor etwas berechnet wurde; die echten waren nie in dem, woraus dieser Bericht entstand. Derselbe Name hat nur in dieser Datei denselben Code.',
  table: 'Nach Spalten der Dateien',
  columns: { kind: 'Art der Datei', column: 'Spalte', fate: 'Was geschah', texts: 'Verschiedene Texte' },
  fates: {
    replaced: 'durch Codes ersetzt',
    dropped: 'entfernt',
    stays: 'bleibt: Beträge, Tage, was Microsoft veröffentlicht',
    known: 'bleibt, wo es ein Wort von Microsoft oder aus einer Preisliste ist, sonst ersetzt',
    trial: 'nur, ob es ein Test ist, bleibt',
  },
  replaced: (count) => `${count} verschiedene Namen, Kennungen und Wörter wurden ersetzt, in Dateien und Szenarien.`,
  unknown: (count) => `Spalten, die kein Format kennt und deren Namen auch nicht genannt werden: ${count}, entfernt.`,
  leftOut: (kinds) => `Dateien dieser Art wurden ganz weggelassen: ${kinds}.`,
  scenario:
    'Aus dem Szenario wurden entfernt: sein Name, Notizen, Gründe, Verfasser, Zeiten von Änderungen, Urteile über Ausgaben. Zufallsversuche wurden neu gezogen.',
  files:
    'Dateinamen, Pfade, Größen, Prüfsummen der Dateien, Zeilennummern und die Reihenfolge der Zeilen wurden entfernt.',
  bucketed:
    'Beträge einzelner Zeilen sind gerundet; Summen, Monate und Summen je Währung sind genau. Diagramme fehlen, da sie die genauen Zeilen zeigen würden.',
  exact: 'Beträge sind genau. Wer einen Betrag von woanders kennt, kann seine Zeile wiedererkennen.',
};
