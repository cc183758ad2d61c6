/*
 * A logo from the device. It is drawn once onto a canvas of a limited size, and only that drawing is used: an <img> runs no script of an SVG
 * and loads nothing, and what was hidden in the file stays there. Nothing is uploaded.
 */

/** The largest file, in bytes, and the most pixels, that are read. A larger one could stop the browser. */
export const MOST_BYTES = 5_000_000;
const MOST_PIXELS = 40_000_000;
/** The size of the drawing, in pixels: enough for 65 mm of paper at 450 dots an inch. */
const WIDTH = 1200;
const HEIGHT = 500;

export const NO_PICTURE =
  'This file is not a picture that can be drawn here. Use a PNG, JPEG or SVG file of at most 5 MB. The sheets have no logo.';

/** How large a picture is drawn: in proportion, as large as the canvas allows, and never larger than it is. */
export function drawnSize(width: number, height: number, vector = false): { width: number; height: number } {
  const scale = Math.min(WIDTH / width, HEIGHT / height, vector ? Infinity : 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Returns a picture as a `data:` address. Returns undefined if the file is not a picture, or is too large. */
export async function drawnLogo(file: File): Promise<string | undefined> {
  if (!file.size || file.size > MOST_BYTES) return undefined;
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    await new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = address;
    });
    const { naturalWidth, naturalHeight } = picture;
    if (!naturalWidth || !naturalHeight || naturalWidth * naturalHeight > MOST_PIXELS) return undefined;
    const { width, height } = drawnSize(naturalWidth, naturalHeight, file.type === 'image/svg+xml');
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    return canvas.toDataURL('image/png');
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
