import jsQR from 'jsqr';

/** What a camera reads from the code that is drawn in a page; null when it finds none. */
export function readCode(html: string): string | null {
  const svg = /<svg[^>]*viewBox="0 0 (\d+) \d+"[^>]*>([\s\S]*?)<\/svg>/.exec(html);
  if (!svg) return null;
  const size = Number(svg[1]);
  const picture = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const path of svg[2]?.matchAll(/<path[^>]*d="([^"]*)"/g) ?? []) {
    for (const [, x, y, width, height] of path[1]?.matchAll(RECTANGLE) ?? []) {
      const box = [x, y, width, height].map((side) => Number(side));
      darken(picture, size, box as [number, number, number, number]);
    }
  }
  const found = jsQR.default(picture, size, size);
  return found === null ? null : new TextDecoder().decode(Uint8Array.from(found.binaryData));
}

const RECTANGLE = /M(\d+),(\d+)h(\d+)v(\d+)h-\d+z/g;

function darken(
  picture: Uint8ClampedArray,
  size: number,
  [left, top, width, height]: readonly [number, number, number, number],
): void {
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1)
      picture.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
}
