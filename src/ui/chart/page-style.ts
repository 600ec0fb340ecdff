/** The page's own colours and fonts, for pictures that leave it; and pictures as PNG. */
import type { PictureStyle, StandalonePicture } from './standalone.ts';

/** Pixels of a PNG for each pixel on screen: sharp on paper and on dense screens. */
const DENSITY = 2;

/** @param inside where the picture shows: its theme is the picture's */
export function pageStyle(inside: HTMLElement): PictureStyle {
  const probe = inside.appendChild(document.createElement('span'));
  probe.hidden = true;
  const font = getComputedStyle(inside).fontFamily.replaceAll('"', "'");
  const context = document.createElement('canvas').getContext('2d');
  const style: PictureStyle = {
    font,
    colour: (token) => {
      probe.style.color = `var(${token})`;
      inside.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    },
    textWidth: (text, size, bold) => {
      if (!context) return text.length * size;
      context.font = `${bold ? '600 ' : ''}${String(size)}px ${font}`;
      return context.measureText(text).width;
    },
  };
  probe.remove();
  return style;
}

/** The picture as PNG. Rejects when the browser cannot make one. */
export async function pngOf({ svg, width, height }: StandalonePicture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * DENSITY;
    canvas.height = height * DENSITY;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('INTERNAL: no picture'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
