/** What not every engine does, or can be told to do from outside: such tests are skipped there, and say why. */
import { emulateMedia } from '@web/test-runner-commands';

const { userAgent } = navigator;

/** WebKitGTK, and its relatives. */
export const isWebKit = userAgent.includes('AppleWebKit/') && !userAgent.includes('Chrome/');

/** A test that calls `emulateMedia`; skipped where the browser cannot be told. Ends on a screen with all motion again. */
export function itWithMedia(title: string, test: () => Promise<void>): void {
  if (!userAgent.includes('Chrome/')) return void it.skip(`${title} (only Chromium can be told of print and motion)`);
  it(title, async () => {
    try {
      await test();
    } finally {
      await emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
    }
  });
}
