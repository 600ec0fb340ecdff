/** German words of the charts. Figures and dates arrive as texts, already in the reader's locale. */
import { fullStop } from '../full-stop.ts';
import type { ChartText } from '../en/charts.ts';

const SMALL_NUMBERS = ['Kein', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun'];

const customers = (count: number, text = String(count)): string => `${text} ${count === 1 ? 'Kunde' : 'Kunden'}`;

export const chartText: ChartText = {
  parts: {
    current: 'Heute',
    promotion: 'Wegfall der Promotion',
    listMove: 'Listenpreis',
    commitment: 'Laufzeitbindung',
    estUplift: 'EST-Aufschlag',
    currency: 'Währung',
  },
  pays: { passed: 'Weitergegeben', delayed: 'Später weitergegeben', absorbed: 'Selbst getragen' },
  columns: {
    month: 'Monat',
    est: 'EST-Kosten',
    extra: 'Mehrkosten',
    need: 'Preisanstieg',
    customer: 'Kunde',
    step: 'Schritt',
    amount: 'Betrag',
    date: 'Datum',
    event: 'Ereignis',
    source: 'Quelle',
    confidence: 'Verlässlichkeit',
  },
  unit: {
    plain: (currency) => currency,
    thousand: (currency) => `Tsd. ${currency}`,
    million: (currency) => `Mio. ${currency}`,
    billion: (currency) => `Mrd. ${currency}`,
    perSeatMonth: (currency) => `${currency} je Lizenz und Monat`,
  },
  exposureByMonth: {
    title: 'EST-Kosten nach Monat und Ursache',
    none: (currency) => `Kein Abonnement in ${currency} ist in diesem Zeitraum betroffen.`,
    peak: (month, money) => `Höchster Monat: ${month} mit ${money}.`,
    cause: (first, second) =>
      second === undefined
        ? `Einzige Ursache der Mehrkosten: ${first}.`
        : `Größte Ursache der Mehrkosten: ${first}, danach ${second}.`,
    noRise: (amount) => `Keine Ursache erhöht die Kosten; gegenüber heute sind es ${amount}.`,
    partMonths: (first, last) => `${first} und ${last} sind angebrochene Monate.`,
    bar: (month, est, extra) => `${month}: EST-Kosten ${est}, davon Mehrkosten ${extra}`,
  },
  whoPays: {
    title: 'Wer den Preisanstieg trägt',
    none: (currency) => `Kein Kundenpreis in ${currency} ändert sich in diesem Zeitraum.`,
    shares: (passed, delayed, absorbed) =>
      `Kunden zahlen ${passed}, Fristen und Preisbindungen verzögern ${delayed}, und wir tragen ${absorbed}.`,
    basis: 'Dies sind Kundenpreise: Sie ergeben zusammen den Preisanstieg, nicht die Mehrkosten.',
    bar: (month, passed, delayed, absorbed) =>
      `${month}: weitergegeben ${passed}, später weitergegeben ${delayed}, selbst getragen ${absorbed}`,
  },
  topCustomers: {
    title: 'Kunden nach Mehrkosten',
    none: (currency) => `Kein Kunde ist in ${currency} betroffen.`,
    share: (count, all, percent) =>
      count === 1
        ? `Ein Kunde von ${all} trägt ${percent} der Mehrkosten.`
        : `${SMALL_NUMBERS[count] ?? String(count)} von ${all} Kunden tragen ${percent} der Mehrkosten.`,
    over: (percent) => `über ${percent}`,
    all: (count, amount) =>
      count === 1 ? `Ein Kunde trägt alle Mehrkosten: ${amount}.` : `Alle ${String(count)} Kunden zusammen: ${amount}.`,
    mixed: (most, amount, fewer, fewerText) =>
      `Die größten Mehrkosten hat ${most}: ${amount}; ${fewer === 1 ? 'ein Kunde zahlt' : `${fewerText} Kunden zahlen`} weniger als heute.`,
    more: (count) => `${count} weitere`,
    noName: 'Kunde ohne Namen',
    bar: (customer, extra, parts) => `${customer}: Mehrkosten ${extra}${parts === '' ? '' : ` (${parts})`}`,
    part: (part, amount) => `${part} ${amount}`,
  },
  cliff: {
    portfolioTitle: 'Der Kostensprung, gesamter Bestand',
    subscriptionTitle: (product) => `Der Kostensprung, ${product}`,
    total: 'EST-Kosten',
    unitTotal: 'EST-Preis',
    rise: (percent) => `Von der heutigen Rechnung zum EST: ${percent}.`,
    noBill: (amount) => `Von einer Rechnung über nichts zu ${amount}.`,
    unchanged: 'Der EST kostet so viel wie heute.',
    cut: (start) => `Die Achse beginnt bei ${start}, der erste und der letzte Balken sind gekürzt.`,
    bar: (step, amount) => `${step}: ${amount}`,
  },
  milestones: {
    title: 'Bekannte Termine des EST',
    unit: 'R-029',
    asOf: (date) => `Stand ${date}, Zeitraum schattiert`,
    enforced: (date, since) => `Der EST gilt verbindlich seit ${date}, ${since} Tage vor dem Stichtag.`,
    coming: (date, until) => `Der EST gilt verbindlich ab ${date}, ${until} Tage nach dem Stichtag.`,
    today: (date) => `Der EST gilt verbindlich ab dem Stichtag, ${date}.`,
    quiet: (date) => `Nach dem ${date} ist keine Änderung bekannt.`,
    bar: (date, event) => `${date}: ${event}`,
    confidence: { high: 'hoch', medium: 'mittel', low: 'gering' },
    events: {
      announced: 'Angekündigt',
      listRows: 'Erste Zeilen in der Preisliste',
      sandbox: 'Sandbox öffnet',
      cancelAtEnd: 'Kündigung zum Laufzeitende',
      pricePreview: 'Vorschau der EST-Preise',
      postponed: 'Beginn auf 4. Mai verschoben',
      backfill: 'Umstellung auf EST',
      directCustomers: 'Direktkunden',
      production: 'Im Partner Center verfügbar',
      priceDownload: 'EST-Preise zum Herunterladen',
      enforced: 'Verbindlich, Schonfrist endet',
    },
  },
  fromTable: {
    others: 'Übrige',
    total: 'Summe',
    stronger: 'Kräftiger: größer',
    negative: 'Unter null',
    none: 'Es gibt keine Zahl zum Zeichnen.',
    bandFrom: (band) => `${band}, von`,
    bandTo: (band) => `${band}, bis`,
    largest: (label, series, figure) =>
      fullStop(`Der größte Wert ist ${figure}: ${label}${series === '' ? '' : `, ${series}`}`),
    peak: (label, series, figure) =>
      `${series === '' ? 'Am höchsten' : `${series} am höchsten`} bei ${label}: ${figure}.`,
    course: (first, from, last, to, peak) => `Von ${from} (${first}) bis ${to} (${last}). ${peak}`,
    points: (count, text, vertical, horizontal) =>
      `${count === 1 ? 'Ein Punkt' : `${text} Punkte`}: ${vertical} nach ${horizontal}.`,
    steps: (total, label) => fullStop(`Die Schritte ergeben ${total}; der größte Anstieg ist ${label}`),
    cut: (shown, all) => `Gezeichnet sind ${shown} von ${all} Zeilen.`,
    cutTop: (shown, all) => `Gezeichnet sind die ${shown} größten von ${all} Zeilen, die übrigen zusammen.`,
    cutSeries: (shown, all) => `Von ${all} Reihen sind die ${shown} größten gezeichnet.`,
    cutSeriesTop: (shown, all) => `Von ${all} Reihen sind die ${shown} größten gezeichnet, die übrigen zusammen.`,
  },
  compare: {
    amounts: {
      extra: 'Mehrkosten',
      est: 'EST-Kosten',
      renew: 'Kosten bei Verlängerung',
      current: 'Heutige Rechnung',
      promotion: 'Wegfall der Promotion',
      listMove: 'Listenpreis',
      commitment: 'Laufzeitbindung',
      estUplift: 'EST-Aufschlag',
      currencyMove: 'Währung',
      passed: 'Weitergegeben',
      delayed: 'Später weitergegeben',
      absorbed: 'Selbst getragen',
      margin: 'Marge',
    },
    difference: 'Unterschied',
    equal: '=',
    months: {
      title: (amount) => `${amount} nach Monat und Szenario`,
      none: (currency) => `Kein Szenario hat in diesem Zeitraum einen Betrag in ${currency}.`,
      same: 'Alle Szenarien haben in jedem Monat denselben Betrag.',
      furthest: (scenario, difference, money, reference, month) =>
        `Am weitesten von ${reference} entfernt liegt ${scenario}: ${difference} im Zeitraum, davon ${money} in ${month}.`,
      bar: (month, figures) => `${month}: ${figures}`,
      figure: (scenario, money) => `${scenario} ${money}`,
    },
    bridge: {
      byCause: (from, to) => `Mehrkosten nach Ursache, von ${from} zu ${to}`,
      byCustomer: (from, to) => `Mehrkosten nach Kunde, von ${from} zu ${to}`,
      cause: 'Ursache',
      customer: 'Kunde',
      noName: 'Kunde ohne Namen',
      others: (count, text) => `${text} ${count === 1 ? 'weiterer Kunde' : 'weitere Kunden'}`,
      same: (from, to) => `${from} und ${to} haben bei jeder Ursache dieselben Mehrkosten.`,
      sameCustomers: (from, to) => `Jeder Kunde hat in ${from} und ${to} dieselben Mehrkosten.`,
      moves: (to, difference, from, percent) =>
        `Die Mehrkosten von ${to} liegen ${difference}${percent === '' ? '' : ` (${percent})`} gegenüber ${from}.`,
      evens: (from, to) => `${from} und ${to} haben in der Summe dieselben Mehrkosten.`,
      most: (label, difference) => `Am meisten ändert sich ${label}: ${difference}.`,
      customers: (count, text) => `${customers(count, text)} ${count === 1 ? 'weicht' : 'weichen'} ab.`,
      bar: (label, money) => `${label}: ${money}`,
    },
  },
  host: {
    table: 'Tabelle',
    keys: 'Mit den Pfeiltasten zwischen Balken bewegen, mit der Eingabetaste nach einem filtern.',
    readKeys: 'Mit den Pfeiltasten zwischen Balken bewegen.',
    brushKeys: 'Darüberziehen oder Umschalt mit Pfeiltasten und Eingabetaste, um nur einen Teil zu sehen.',
    failed: 'Dieses Diagramm ließ sich nicht zeichnen. Seine Daten stehen in der Tabelle.',
  },
};
