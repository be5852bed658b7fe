// @ts-check
/** Medians, and intervals of ratios that say how much of them is noise. */

/** The same numbers each time, from 0 to 1. */
export function randomFrom(/** @type {number} */ seed) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

/** @returns {number} NaN for no values */
export function median(/** @type {readonly number[]} */ values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * The median ratio of paired rounds with its 95 % bootstrap interval.
 *
 * @param {readonly number[]} ours one value per round
 * @param {readonly number[]} theirs of the same rounds, in the same order
 */
export function ratio(ours, theirs) {
  const pairs = ours.map((value, round) => value / (theirs[round] ?? NaN));
  const random = randomFrom(7);
  const medians = Array.from({ length: 2000 }, () =>
    median(pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? NaN)),
  ).sort((a, b) => a - b);
  return { value: median(pairs), low: medians[50] ?? NaN, high: medians[1949] ?? NaN };
}

/** `1.13 (1.05–1.20)` */
export function formatRatio(/** @type {readonly number[]} */ ours, /** @type {readonly number[]} */ theirs) {
  const { value, low, high } = ratio(ours, theirs);
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** `97 (80–126)`: median, lowest and highest; for values that may be 0, which have no ratio. */
export const formatRange = (/** @type {readonly number[]} */ values, digits = 0) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
