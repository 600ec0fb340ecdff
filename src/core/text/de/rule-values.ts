/** German words of the rule book's values and of currency assumptions. */
import type { ruleValueText as english } from '../en/rule-values.ts';
import type { Words } from '../words.ts';

export const ruleValueText: Words<typeof english> = {
  names: {
    upliftMonthly: 'EST-Aufschlag auf den Monatspreis',
    upliftNoMonthly: 'EST-Aufschlag ohne Monatslaufzeit',
    noMonthlyBase: 'Grundlage dieses Aufschlags',
    listRows: 'EST-Preise, die Listen nennen',
    eligibleStartFrom: 'Berechtigt bei Kauf oder Verlängerung ab',
    eligibleEndFrom: 'Berechtigt bei Laufzeitende ab',
    refundDayCount: 'Tag, an dem ein EST gekündigt wird',
    promotionAtRenewal: 'Promotion bei Verlängerung',
  },
  choices: {
    annual: 'Jahrespreis ÷ 12',
    annualBilledMonthly: 'Jahrespreis bei monatlicher Abrechnung ÷ 12',
    use: 'gehen dem Aufschlag vor',
    ignore: 'bleiben außer Betracht',
    'cancel-day-refunded': 'wird erstattet',
    'cancel-day-charged': 'wird berechnet',
    'in-window': 'bleibt, solange ihr Zeitraum offen ist',
    kept: 'bleibt bei gleicher Laufzeit und Abrechnung',
    lost: 'fällt weg',
  },
  fx: {
    topic: 'Währung',
    shock: (currency) => `Listenpreise in ${currency}`,
    shockValue: (percent, from) => `${percent} % ab ${from}`,
    rate: (from, to) => `1 ${from} in ${to}`,
    reporting: 'Berichtswährung',
    rateOf: (currency, rate, reporting, sources) =>
      `1 ${currency} = ${rate} ${reporting}${sources === '' ? '' : ` (${sources})`}`,
    sources: {
      scenario: 'Kurs dieses Szenarios',
      file: (file, month) => `${file}, ${month}`,
    },
  },
  renewTo: (parts) => `auf ${parts}`,
  seats: (count) => `${String(count)} ${count === 1 ? 'Lizenz' : 'Lizenzen'}`,
};
