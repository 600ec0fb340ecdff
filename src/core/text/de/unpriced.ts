/** German: why a subscription has no price, and what to do next. */
import type { UnpricedCode } from '../en/unpriced.ts';

export const unpricedReasons: Readonly<Record<UnpricedCode, string>> = {
  'no-offer':
    'Keine importierte Preisliste führt Produkt und SKU für dieses Segment, diesen Markt und diese Währung. Importieren Sie die passende Liste.',
  'no-term-row': 'Die Preislisten führen die SKU, aber keine Zeile für Laufzeit und Abrechnung dieses Abonnements.',
  'not-yet-listed':
    'Die Preislisten führen Laufzeit und Abrechnung erst ab einem späteren Tag. Importieren Sie eine ältere Liste.',
  'no-est-price':
    'Es gibt weder eine EST-Zeile noch einen Monats- oder Jahrespreis, aus dem sich ein EST-Preis ergäbe.',
  'no-renewal-row':
    'Die Preislisten führen am Tag der Verlängerung keine Zeile für die Laufzeit und Abrechnung, zu der die Entscheidung verlängert.',
  'no-est-base': 'Dies ist eine EST-SKU, deren Ausgangs-SKU in keiner importierten Preisliste steht.',
};
