/** German: what a report says to a customer. */
import type { CustomerReportText } from '../en/customer-report.ts';

const plural = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

export const customerReportText: CustomerReportText = {
  untitled: 'Ihre Microsoft-Abonnements',
  headings: {
    summary: 'Auf einen Blick',
    choices: 'Was Sie wählen können',
    list: 'Was Sie haben',
    needed: 'Was wir von Ihnen brauchen',
    method: 'Worauf das beruht',
  },
  none: 'Es gibt kein Abonnement, über das zu berichten wäre.',
  onRequest: 'auf Anfrage',
  summary: (subscriptions, seats, month) =>
    `${plural(subscriptions, 'Abonnement', 'Abonnements')}, ${seats} Lizenzen. Heute kosten sie ${month} im Monat.`,
  open: (count, day) =>
    `${plural(count, 'Entscheidung steht', 'Entscheidungen stehen')} aus; die erste brauchen wir vor dem ${day}.`,
  nothingOpen: 'In diesem Zeitraum steht keine Entscheidung aus.',
  figure: {
    subscriptions: 'Abonnements',
    seats: 'Lizenzen',
    today: 'Heute im Monat',
    ifNobody: 'Ohne Entscheidung im Monat',
    more: 'Mehr als heute im Monat',
    open: 'Offene Entscheidungen',
  },
  say: {
    choices:
      'Preise gelten für alle Lizenzen und einen Monat. Eine neue Laufzeit bindet für ihre Dauer, zum Preis des Tages, an dem sie beginnt; ein EST endet an jedem Tag.',
    list: 'Jedes Abonnement mit seinem heutigen Preis und dem, was am Ende der Laufzeit geschieht.',
    needed: 'Bis dahin zählt eine Wahl. Die Zeit ist UTC, 24 Stunden vor Ende der Laufzeit.',
  },
  columns: {
    product: 'Produkt',
    seats: 'Lizenzen',
    term: 'Laufzeit und Zahlung',
    termEnd: 'Laufzeitende',
    today: 'Heute im Monat',
    then: 'Was dann geschieht',
    by: 'Entscheiden vor (UTC)',
    est: 'EST im Monat',
    what: 'Was wir brauchen',
  },
  plans: {
    'P1Y/Annual': '1 Jahr, auf einmal bezahlt',
    'P1Y/Monthly': '1 Jahr, monatlich bezahlt',
    'P3Y/Annual': '3 Jahre, jährlich bezahlt',
    'P3Y/Monthly': '3 Jahre, monatlich bezahlt',
    'P3Y/Triennial': '3 Jahre, auf einmal bezahlt',
    'P1M/Monthly': 'von Monat zu Monat',
  },
  outcomes: {
    'excluded': 'endet wie vereinbart',
    'in-est': 'läuft von Monat zu Monat im EST, bis es beendet wird',
    'renews': 'verlängert sich',
    'cancels': 'endet',
    'est-chosen': 'läuft von Monat zu Monat im EST weiter',
    'est-drift': 'läuft von Monat zu Monat im EST weiter, weil niemand entschieden hat',
    'lapses': 'läuft aus',
  },
  card: (product, day, est, more, from) =>
    `${product}: Ohne Entscheidung vor dem ${day} läuft es ab ${from} von Monat zu Monat weiter, für ${est} im Monat, ${more} gegenüber heute.`,
  cardRunning: (product, est, more) =>
    `${product}: Es läuft von Monat zu Monat für ${est} im Monat, ${more} gegenüber heute, bis es verlängert oder beendet wird.`,
  later: (day) => `Bis ${day} gilt der heutige Preis.`,
  decide: 'Wählen Sie: neue Laufzeit, Ende, oder von Monat zu Monat (EST)',
  end: 'Verlängern oder beenden; jeder Tag kostet',
  method: {
    asOf: (day, months) => `Stand ${day}, für ${plural(months, 'Monat', 'Monate')}. Die Preise sind unsere an Sie, ohne Steuern.`,
    est: 'Extended Service Term (EST) heißt bei Microsoft, dass ein Abonnement von Monat zu Monat weiterläuft, wenn seine Laufzeit ohne Entscheidung endet. Er endet an jedem Tag, ungenutzte Tage werden erstattet; die Zahl der Lizenzen lässt sich darin nicht ändern, und Promotions gelten nicht.',
    cancel: 'Ein Ende zum Laufzeitende stellt den Dienst sofort ein. Ein beendetes Abonnement lässt sich nicht wieder aufnehmen; Microsoft hält die Daten 90 Tage vor.',
  },
  footer: 'Diese Seite führt kein Skript aus und stellt keine Anfrage.',
}; // prettier-ignore
