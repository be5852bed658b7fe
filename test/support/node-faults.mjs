// @ts-check
/** The fault server for tests in Node: an address for each source that answers as the test says. */
import { serveFaults } from './fault-server.js';

/** @import { FaultAnswer } from './faults.ts' */

export async function startFaultServer() {
  /** @type {any} */
  const context = { path: '/__fault-server__/port' };
  await serveFaults(context, () => Promise.resolve());
  const origin = `http://127.0.0.1:${context.body}/__fault-server__`;
  return {
    /** The address of a source. @param {FaultAnswer[]} answers in order; the last one repeats */
    async serve(...answers) {
      const response = await fetch(`${origin}/new`, { method: 'POST', body: JSON.stringify(answers) });
      return `${origin}/feed/${await response.text()}`;
    },
  };
}
