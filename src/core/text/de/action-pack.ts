/** What the files of an action pack say, in German. */
import type { ActionPackText } from '../en/action-pack.ts';

const plans: Readonly<Record<string, string>> = {
  'P1Y/Annual': '1 Jahr, im Voraus bezahlt',
  'P1Y/Monthly': '1 Jahr, monatlich abgerechnet',
  'P1M/Monthly': 'jeweils 1 Monat',
  'P3Y/Triennial': '3 Jahre, im Voraus bezahlt',
  'P3Y/Annual': '3 Jahre, jährlich abgerechnet',
  'P3Y/Monthly': '3 Jahre, monatlich abgerechnet',
};

export const actionPackDe: ActionPackText = {
  lang: 'de',
  plan: (plan) => (Object.hasOwn(plans, plan) ? (plans[plan] ?? plan) : plan),
  seats: (count, shown) => `${shown} ${count === 1 ? 'Lizenz' : 'Lizenzen'}`,
  actions: { Cancel: 'Beenden', RenewToNewTerm: 'Verlängern', RenewToExtendedServiceTerm: 'Extended Service Term' },
  happens: {
    cancelEst: 'Es endet mit dem laufenden Monat des Extended Service Term.',
    renewEst: (plan, seats) =>
      `Es verlängert sich, wenn der laufende Monat des Extended Service Term endet: ${plan}, ${seats}.`,
    cancel: (end) => `Es endet am ${end} und wird nicht verlängert.`,
    renew: (from, plan, seats) => `Es verlängert sich am ${from}: ${plan}, ${seats}.`,
    est: (from, seats) =>
      `Ab ${from} läuft es Monat für Monat im Extended Service Term von Microsoft weiter, unverändert mit ${seats}.`,
    bridge: (until, plan, seats) => `Am ${until} verlängert es sich: ${plan}, ${seats}.`,
  },
  by: {
    lock: (utc, local, zone) => `${utc} UTC (${local} ${zone})`,
    anyDay: 'jederzeit',
  },
  letter: {
    title: (customer) => `Ihre Microsoft-Abonnements: ${customer}`,
    asOf: (day) => `Stand ${day}`,
    greeting: 'Guten Tag,',
    intro: (count, shown) =>
      count === 1
        ? 'die Laufzeit eines Ihrer Microsoft-Abonnements endet bald. Hier steht, was wir vorgesehen haben und was wir von Ihnen brauchen.'
        : `die Laufzeiten von ${shown} Ihrer Microsoft-Abonnements enden bald. Hier steht, was wir vorgesehen haben und was wir von Ihnen brauchen.`,
    columns: {
      product: 'Abonnement',
      seats: 'Lizenzen heute',
      termEnd: 'Laufzeitende',
      happens: 'Was geschieht',
      price: 'Preis heute je Lizenz und Monat',
      by: 'Änderungen bis',
      need: 'Was wir von Ihnen brauchen',
    },
    need: {
      cancel: 'Bitte bestätigen Sie, dass der Dienst enden darf, und sichern Sie vorher alle Daten, die Sie noch brauchen.',
      renew: 'Bitte bestätigen Sie die Zahl der Lizenzen und die Laufzeit.',
      est: 'Bitte bestätigen Sie, dass es Monat für Monat weitergehen soll. Die Zahl der Lizenzen lässt sich in dieser Zeit nicht ändern.',
    },
    prices: 'Der Preis einer neuen Laufzeit richtet sich nach der Preisliste des Tages, an dem sie beginnt.',
    times: 'Alle Zeiten sind UTC, wie Microsoft sie zählt; die Ortszeit steht daneben. Danach lässt sich zu diesem Laufzeitende nichts mehr ändern.',
    seven: 'Nach einer Verlängerung können Sie sieben Tage lang Lizenzen verringern oder kündigen.',
    confirm: 'Einverstanden',
    name: 'Name',
    date: 'Datum',
    signature: 'Unterschrift',
    regards: 'Mit freundlichen Grüßen',
  },
  mail: {
    subject: (customer, day) => `Ihre Microsoft-Abonnements: bitte antworten Sie bis ${day} (${customer})`,
    subjectAnyDay: (customer) => `Ihre Microsoft-Abonnements: bitte antworten Sie (${customer})`,
  },
  calendar: {
    name: 'Termwise-Fristen',
    lock: (customer, product) => `Sperrt: ${customer}, ${product}`,
    est: (customer, product) => `EST beginnt: ${customer}, ${product}`,
    bridge: (customer, product) => `EST beenden: ${customer}, ${product}`,
    window: (customer, product) => `Letzte Gelegenheit zu verringern oder zu kündigen: ${customer}, ${product}`,
    lockText: 'Zu diesem Zeitpunkt sperren geplante Änderungen: 24 Stunden vor dem Ende der Laufzeit (R-013).',
    estText: 'Erster Tag des Extended Service Term.',
    bridgeText: 'Vorgesehen ist, an diesem Tag in eine neue Laufzeit zu verlängern.',
    windowText: 'Die 7 Tage nach der Verlängerung enden frühestens hier; sie zählen von dem Zeitpunkt, zu dem sie abgeschlossen ist (R-053).',
    subscription: (id) => `Abonnement ${id}`,
  },
  sheet: {
    title: 'Änderungsblatt',
    say: (workbook, scenario, day) =>
      `Arbeitsmappe ${workbook}, Szenario ${scenario}, Stand ${day}. Zu unterschreiben von dem, der die Änderungen vornimmt, und von dem, der sie freigibt.`,
    columns: {
      customer: 'Kunde',
      product: 'Abonnement',
      id: 'Abonnement-ID',
      action: 'Änderung',
      before: 'Vorher',
      after: 'Nachher',
      lock: 'Sperrt um 00:00 UTC',
      local: 'Ortszeit',
      decided: 'Entschieden von',
      reason: 'Warum',
      done: 'Erledigt (Datum, Name)',
      signature: 'Unterschrift',
    },
    autoRenew: { on: 'automatische Verlängerung an', off: 'automatische Verlängerung aus' },
    approved: 'Freigegeben',
    made: 'Vorgenommen',
    name: 'Name',
    date: 'Datum',
    signature: 'Unterschrift',
  },
  leftOut: {
    'undecided': 'Nichts ist entschieden. Entscheiden Sie in „Decide“ und erstellen Sie das Paket neu.',
    'excluded': 'Testabonnements, Software und Verbrauch haben solche Aktionen nicht (R-003).',
    'suspended': 'Es ist ausgesetzt: reaktivieren, die automatische Verlängerung prüfen und neu importieren (R-053).',
    'not-active': 'Es ist nicht aktiv: nichts lässt sich planen (R-060). Ein abgelaufenes muss erst reaktiviert werden.',
    'lock-passed': 'Die Sperre ist vorbei: es geschieht, was vorher eingestellt war (R-013). Danach zählen die 7 Tage nach der Verlängerung.',
    'term-over': 'Die Laufzeit ist vorbei. In den 7 Tagen nach einer Verlängerung im Partner Center verringern oder kündigen (R-053); für die neue Laufzeit neu importieren.',
    'not-eligible': 'EST wird dafür nicht angeboten (R-004). Entscheiden Sie sich für Verlängern oder Beenden.',
    'already-in-est': 'Es ist schon im EST: jetzt ist nichts zu senden. Um es zu beenden, an jedem Tag, entscheiden Sie sich für Verlängern oder Beenden (R-012).',
    'no-seats': 'Die Lizenzen der neuen Laufzeit sind keine ganze Zahl ab 1. Entscheiden Sie neu, mit Lizenzen.',
    'odd-term': 'Laufzeit und Abrechnung werden nicht zusammen verkauft. Entscheiden Sie neu, mit anderer Laufzeit.',
  },
  request: {
    complete: 'vollständig',
    merge: (fields) => `erst abrufen: ${fields}`,
    stale: (fields) => `erst abrufen, weicht von der importierten Datei ab: ${fields}`,
    none: { 'id': 'keine Anfrage: die ID ist keine des Partner Center', 'product': 'keine Anfrage: Produkt- oder SKU-ID ist keine von Microsoft' },
    removedLegacy: 'scheduledNextTermInstructions wurde weggelassen: scheduledActions tritt an seine Stelle (R-020).',
    droppedActions: 'Aktionen, die zum Laufzeitende geplant waren, wurden ersetzt.',
    keptActions: 'Aktionen mit eigenem Tag vor dem Laufzeitende blieben erhalten.',
    aged: 'Der Body ist die importierte Ressource mit diesen Änderungen. Nur senden, solange checkFirst noch zutrifft; sonst das Abonnement abrufen und die Änderungen in der Antwort vornehmen: alte Felder würden rückgängig machen, was sich seither geändert hat.',
    mergeHow: 'Dies ist kein Body. Das Abonnement abrufen, die Felder von „merge“ über die der Antwort legen, scheduledNextTermInstructions entfernen, ihre Aktionen mit eigenem Tag behalten und alles senden: was ein PATCH weglässt, kann zurückgesetzt werden (R-019).',
    followUp: 'Ein zweiter Schritt an einem eigenen Tag: aus dem EST verlängern. Dann ein neues Paket erstellen.',
  },
  readme: (facts) => `AKTIONSPAKET, Stand ${facts.day}
Arbeitsmappe: ${facts.workbook}
Szenario: ${facts.scenario}
Abonnements: ${facts.actions}; weggelassen: ${facts.leftOut}

Nichts davon wurde an jemanden gesendet. Termwise erstellt Dateien; senden müssen Sie.

actions.json    Die Anfragen für das Partner Center (https://api.partnercenter.microsoft.com), eine je Abonnement.
                ${facts.complete} mit ganzem Body; ${facts.merge} erst abzurufen („merge“ wird über die Antwort gelegt); ${facts.none} ohne Anfrage.
                Nichts senden, dessen „checkFirst“ nicht mehr zutrifft. Das Feld für den Zeitpunkt heißt ${facts.field}.
actions.csv     Dasselbe als Liste: vorher und nachher, Frist, wer und warum.
deadlines.ics   Für Ihren Kalender: Sperren mit Erinnerung 14, 7 und 1 Tag vorher, erste Tage im EST, Ende der 7 Tage nach einer Verlängerung.
letters/        Ein Brief je Kunde, zum Drucken (.html) oder Kopieren (.txt). Ohne Einkaufspreis und Marge.
mail/           Ein Entwurf je Kunde, ohne Empfänger. Öffnen, Empfänger wählen, lesen, senden.
change-sheet    Was sich ändert, vorher und nachher, zum Unterschreiben (.html zum Drucken, .xlsx zum Ausfüllen).

actions.json, actions.csv und das Änderungsblatt sind für Sie, nicht für Kunden: sie enthalten IDs, Namen und Gründe von allen.
Ohne Skript: das Abonnement im Partner Center öffnen und von Hand einstellen, was auf dem Änderungsblatt steht.
Teile, die nicht gewählt wurden, fehlen hier. Wenn Sie einen Body geändert haben, prüfen Sie ihn vor dem Senden mit „Check JSON…“ in „Decide“.
`,
}; // prettier-ignore
