/** Asks the browser whether the page's Content Security Policy blocked something: the failure itself does not say so. */

/** The report is a task of its own, and comes after the failure. */
const REPORT_WAIT_MS = 100;

/**
 * Listens for the report that a directive blocked an address. Ask the function returned once the thing has failed, or
 * may have: it waits for a late report and gives that, if there was one.
 *
 * @param directive such as `connect-src`
 * @param signal ends the listening
 */
export function watchPolicy(
  directive: string,
  url: string,
  signal: AbortSignal,
): (waitMs?: number) => Promise<SecurityPolicyViolationEvent | false> {
  const reported = new Promise<SecurityPolicyViolationEvent>((resolve) => {
    // Where there is no page there is no policy.
    globalThis.addEventListener?.(
      'securitypolicyviolation',
      (report) => {
        const { effectiveDirective, disposition, blockedURI } = report;
        // Report-only policies block nothing; some reports name the origin only.
        if (effectiveDirective === directive && disposition === 'enforce' && url.startsWith(blockedURI))
          resolve(report);
      },
      { signal },
    );
  });
  return (waitMs = REPORT_WAIT_MS) =>
    Promise.race([reported, new Promise<false>((resolve) => setTimeout(resolve, waitMs, false))]);
}
