/** The end of a signal as a promise, for `Promise.race` with what knows of no signal, or may have lost it on the way. */

/** Rejects with the signal's reason when it aborts. Nobody needs to wait for it. */
export function aborted(signal: AbortSignal): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  end.catch(() => undefined);
  return end;
}
