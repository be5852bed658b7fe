// @ts-check
/** The loop of all suites: variants take turns, so that what slows the machine for a while slows all of them. */

/**
 * Runs every variant once a round. Each round begins with the next variant and every other one goes backwards, so that none
 * has a place of its own; and a first run, in a browser that has just been started, does not count.
 *
 * @template V, R
 * @param {readonly V[]} variants
 * @param {number} rounds
 * @param {(variant: V) => R | Promise<R>} run
 * @param {string} [subject] tells of each round on the error output, under this name
 * @returns {Promise<R[][]>} for each variant its results, one per round
 */
export async function alternating(variants, rounds, run, subject) {
  if (!(rounds >= 1)) throw new Error('A suite takes at least one round.');
  const turns = variants.map((variant) => ({ variant, results: /** @type {R[]} */ ([]) }));
  if (variants[0] !== undefined) await run(variants[0]);
  for (let round = 0; round < rounds; round++) {
    const start = round % turns.length;
    const order = [...turns.slice(start), ...turns.slice(0, start)];
    // An even number of them would else keep each to every other place.
    const isBackwards = (round + Math.floor(round / turns.length)) % 2;
    for (const { variant, results } of isBackwards ? order.toReversed() : order) results.push(await run(variant));
    if (subject) process.stderr.write(`${subject}: round ${round + 1} of ${rounds}\n`);
  }
  return turns.map(({ results }) => results);
}
