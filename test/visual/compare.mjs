// @ts-check
/** Compares two pictures. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pixels that may differ: none does while Chromium stays the same, and a shift of anything changes hundreds. */
const ALLOWED_PIXELS = 20;

/**
 * @param {Buffer} actual
 * @param {Buffer} expected
 * @returns {{ isSame: true } | { isSame: false, reason: string, diff?: Buffer }}
 */
export function compare(actual, expected) {
  const a = PNG.sync.read(actual);
  const b = PNG.sync.read(expected);
  if (a.width !== b.width || a.height !== b.height)
    return { isSame: false, reason: `${a.width} × ${a.height} pixels instead of ${b.width} × ${b.height}` };
  const diff = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: 0.1 });
  return count <= ALLOWED_PIXELS
    ? { isSame: true }
    : { isSame: false, reason: `${count} pixels differ`, diff: PNG.sync.write(diff) };
}

/** The same picture in a third of the bytes: 16 steps per colour, and no transparency, which no page has. */
export function shrink(/** @type {Buffer} */ picture) {
  const png = PNG.sync.read(picture);
  png.data.forEach((value, index) => (png.data[index] = Math.round(value / 17) * 17));
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9, filterType: -1 });
}
