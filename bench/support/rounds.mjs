// @ts-check
/** The loop of all suites: variants take turns, so that what slows the machine for a while slows all of them. */

/**
 * Runs every variant once a round; the order is reversed every other round.
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
  for (let round = 0; round < rounds; round++) {
    for (const { variant, results } of round % 2 ? turns.toReversed() : turns) results.push(await run(variant));
    if (subject) process.stderr.write(`${subject}: round ${round + 1} of ${rounds}\n`);
  }
  return turns.map(({ results }) => results);
}
