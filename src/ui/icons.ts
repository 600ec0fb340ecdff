/** The icon set as data: outlines on a 16 × 16 field, drawn with the text's colour. */

interface IconShape {
  /** Path data. */
  readonly d: string;
  /** Filled glyph instead of an outline. */
  readonly solid?: true;
}

const icons = {
  'check': { d: 'M3 8.5 6.2 11.7 13 4.8' },
  'warning': { d: 'M8 2.4 14.2 13.4H1.8ZM8 6.4v3.5M8 11.6v.3' },
  'error': { d: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M5.7 5.7l4.6 4.6M10.3 5.7 5.7 10.3' },
  'info': { d: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 7.3v3.6M8 5v.3' },
  'pencil': { d: 'M2.6 13.4l.9-3.4 7-7 2.5 2.5-7 7ZM9 4.5 11.5 7' },
  'shield': { d: 'M8 1.8 13 3.7v3.9c0 3.2-2.1 5.3-5 6.5-2.9-1.2-5-3.3-5-6.5V3.7ZM5.7 7.9l1.7 1.7 3-3.1' },
  'chevron-down': { d: 'M4 6.3l4 4 4-4' },
  'chevron-right': { d: 'M6.3 4l4 4-4 4' },
  'chevron-left': { d: 'M9.7 4l-4 4 4 4' },
  'chevron-up': { d: 'M4 9.7l4-4 4 4' },
  'filter': { d: 'M2 3.2h12L9.4 8.7v4.6l-2.8-1.5V8.7Z', solid: true },
  'undo': { d: 'M3 6.4h6.4a3.5 3.5 0 0 1 0 7H6.2M6 3.4l-3 3 3 3' },
  'redo': { d: 'M13 6.4H6.6a3.5 3.5 0 0 0 0 7h3.2M10 3.4l3 3-3 3' },
  'search': { d: 'M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0M10 10l3.5 3.5' },
  'close': { d: 'M4.4 4.4l7.2 7.2M11.6 4.4l-7.2 7.2' },
  'plus': { d: 'M8 3.2v9.6M3.2 8h9.6' },
  'download': { d: 'M8 2.4v7.8M4.8 7.2 8 10.4l3.2-3.2M2.8 13.4h10.4' },
  'upload': { d: 'M8 10.6V2.8M4.8 5.8 8 2.6l3.2 3.2M2.8 13.4h10.4' },
  'file': { d: 'M3.8 1.8h5.4l3 3v9.4H3.8ZM9 2v3h3' },
  'trash': { d: 'M3 4.4h10M6.4 4.2V2.4h3.2v1.8M4.4 4.6l.7 9h5.8l.7-9' },
  'table': { d: 'M2.4 3h11.2v10H2.4ZM2.4 6.4h11.2M6.4 6.6V13' },
  'columns': { d: 'M2.4 3h11.2v10H2.4ZM6.1 3v10M9.9 3v10' },
  'theme': { d: 'M8 2.2a5.8 5.8 0 1 0 0 11.6ZM8 2.2a5.8 5.8 0 0 1 0 11.6' },
  'more': { d: 'M3.4 8h.2M7.9 8h.2M12.4 8h.2' },
  'drift': { d: 'M8 3.2 13.4 12.6H2.6Z', solid: true },
  'in-est': { d: 'M3.8 3.8h8.4v8.4H3.8Z', solid: true },
  'renews': { d: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8' },
  'ends': { d: 'M3.2 8h9.6' },
  'rise': { d: 'M8 3.6 12.6 12H3.4Z', solid: true },
  'fall': { d: 'M8 12.4 12.6 4H3.4Z', solid: true },
  'accent': { d: 'M8 2.6 13.4 8 8 13.4 2.6 8Z', solid: true },
  'override': { d: 'M2 2h10L2 12Z', solid: true },
} as const satisfies Readonly<Record<string, IconShape>>; // prettier-ignore

export type IconName = keyof typeof icons;

/** The shape of an icon. */
export function iconShape(name: IconName): IconShape {
  return icons[name];
}
