/** German: the report's parts beyond the simulation. */
import type { ReportPartsText } from '../en/report-parts.ts';

export const reportPartsText: ReportPartsText = {
  payers: {
    headings: { est: 'Wer für den EST zahlt', renewals: 'Wer für Verlängerungen zahlt', notices: 'Anzukündigende Preise' },
    byCause: (title) => `${title}, nach Ursache`,
    causes: { rule: 'Preis neben seiner Regel', promotion: 'Entfallene Aktion', listMove: 'Listenbewegung', commitment: 'Bindung', estUplift: 'EST-Aufschlag', currency: 'Währung' },
    say: {
      split: 'Um wie viel Kundenpreise steigen, und wer es trägt: weitergegeben, wegen Frist oder Preisbindung später weitergegeben, oder selbst getragen.',
      notices: 'Ein neuer Preis zählt nur dann ab dem genannten Tag, wenn die Ankündigung bis dahin verschickt ist.',
    },
    columns: { customer: 'Kunde', cause: 'Ursache', subscriptions: 'Abonnements', passed: 'Weitergegeben', delayed: 'Später weitergegeben', absorbed: 'Selbst getragen', sendBy: 'Verschicken bis', from: 'Neuer Preis ab', monthly: 'Ein Monat später kostet', state: 'Stand' },
    states: { overdue: 'überfällig', late: 'zu spät angekündigt', due: 'zu verschicken', given: 'angekündigt' },
    none: 'Kein Kundenpreis ändert sich in diesem Zeitraum.',
  },
  decisions: {
    headings: { open: 'Offene Entscheidungen', made: 'Getroffene Entscheidungen' },
    say: {
      open: 'Abonnements, die ohne Entscheidung in den EST gehen oder darin laufen, die nächste Sperre zuerst.',
      made: 'Was das Szenario entscheidet; bei mehreren zählt die spätere.',
    },
    columns: { match: 'Für', outcome: 'Entscheidung', by: 'Von', when: 'Wann', why: 'Warum', best: 'Bester Weg', saves: 'Spart' },
    best: (months, days) => `Bester Weg: am wenigsten, was nach ${months} Monaten noch geschuldet ist, dann die geringsten Kosten bis dahin; EST für ${days} Tage ist unter den Wegen. Gespart werden die Kosten dieser Monate, wie sie von selbst entstehen, abzüglich derer des besten Wegs.`,
    ways: {
      renew: (plan) => `Verlängern: ${plan}`,
      'est-renew': (days, plan) => `EST für ${days} Tage, dann ${plan}`,
      est: () => 'Im EST bleiben',
      cancel: () => 'Zum Laufzeitende beenden',
    },
    seats: (way, seats) => `${way}, ${seats} Lizenzen`,
    plans: { 'P1Y/Annual': '1 Jahr, im Voraus', 'P1Y/Monthly': '1 Jahr, monatlich bezahlt', 'P1M/Monthly': 'von Monat zu Monat', 'P3Y/Triennial': '3 Jahre, im Voraus', 'P3Y/Annual': '3 Jahre, jährlich bezahlt', 'P3Y/Monthly': '3 Jahre, monatlich bezahlt' },
  },
  scenarios: {
    heading: 'Szenarien im Vergleich',
    say: 'Summen über den Zeitraum, jede Währung für sich. Am ersten Szenario werden die anderen gemessen.',
    columns: { figure: 'Größe' },
    figures: { subscriptions: 'Abonnements', exposed: 'Betroffen', est: 'EST-Kosten', current: 'Kosten heute', renew: 'Kosten bei Verlängerung', extra: 'Mehrkosten gegenüber heute', passed: 'Weitergegeben', delayed: 'Später weitergegeben', absorbed: 'Selbst getragen', margin: 'Marge' },
    hash: (name, hash) => `${name}: Szenario ${hash}`,
    few: 'Es gibt nur ein Szenario: nichts zu vergleichen.',
  },
  uncertainty: {
    heading: 'Wie sicher es ist',
    none: 'In diesem Szenario ist nichts ungewiss: Es wurde keine Spanne eingegeben.',
    undrawn: 'Die Spannen dieses Szenarios lassen sich nicht auslosen: Unter „Uncertainty“ steht, was daran nicht stimmt.',
    say: (trials, seed) => `${trials} Versuche mit dem Startwert „${seed}“: Derselbe Startwert ergibt dieselben Zahlen. In einem von zehn Versuchen liegt ein Wert unter der Spalte 10 %, in einem von zehn über der Spalte 90 %.`,
    columns: { figure: 'Größe', p10: '10 %', p50: '50 %', p90: '90 %', customer: 'Kunde', limit: 'Grenze', chance: 'Wahrscheinlichkeit von mehr' },
    amounts: { est: 'EST-Kosten', current: 'Kosten heute', renew: 'Kosten bei Verlängerung', extra: 'Mehrkosten gegenüber heute', passed: 'Weitergegeben', delayed: 'Später weitergegeben', absorbed: 'Selbst getragen', margin: 'Marge' },
    limits: 'Grenzen',
    customers: 'Kunden mit den höchsten Mehrkosten',
  },
  azure: {
    headings: { months: 'Azure-Verbrauch nach Monat', customers: 'Azure-Verbrauch nach Kunde' },
    say: 'Was Microsoft für Verbrauch berechnet, nach Abzug der Gutschrift, in der Währung der Rechnung. Die letzten Tage der Dateien können sich noch füllen.',
    columns: { month: 'Monat', customer: 'Kunde', cost: 'Kosten' },
    others: 'Alle übrigen',
    none: 'Keine importierte Datei enthält Azure-Verbrauch.',
  },
  obligations: {
    headings: { agreements: 'Kundenvereinbarungen', calendar: 'Was in den nächsten 90 Tagen ansteht' },
    say: {
      agreements: 'Die Kundenvereinbarung von Microsoft, wie die importierten Dateien und das Register sie nennen. Einem Kunden ohne sie sind neue Käufe und geänderte Lizenzzahlen verwehrt (R-130).',
      calendar: 'Laufzeiten, die enden, und der Tag, vor dem eine Wahl getroffen sein muss (UTC).',
    },
    columns: { customer: 'Kunde', type: 'Vereinbarung', agreed: 'Zugestimmt am', grade: 'Beleg', flags: 'Hinweise', by: 'Vor (UTC)', product: 'Produkt, Abonnement', what: 'Was', within: 'Binnen Tagen' },
    missing: 'keine in den Dateien',
    noFiles: 'Keine importierte Datei enthält Kundenvereinbarungen, und keine wurde eingetragen.',
    types: { mca: 'Microsoft-Kundenvereinbarung', legacy: 'Microsoft-Cloudvereinbarung (alt)' },
    grades: { clicked: 'Kunde hat geklickt', attested: 'Partner hat bestätigt', none: 'keiner' },
    flags: {
      'none': 'keine Zustimmung',
      'legacy': 'nur die Cloudvereinbarung (R-132)',
      'old-attestation': 'muss erneut zugestimmt werden (R-137)',
      'after-retirement': 'zu spät bestätigt (R-136)',
      'future': 'Datum in der Zukunft (R-131)',
      'incomplete': 'Kontakt unvollständig (R-131)',
    },
    nothingDue: 'Keine Laufzeit endet in den nächsten 90 Tagen.',
  },
}; // prettier-ignore
