import { expect } from '@open-wc/testing';
import { RefreshTimer } from '../../src/paper-feed/refresh-timer.js';

/** The page's timers, played: `pass` lets the time go by. */
function playTimers() {
  const original = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  let now = 1_000_000;
  let waiting: { at: number; run: () => void } | undefined;
  globalThis.setTimeout = ((run: () => void, ms: number) => {
    waiting = { at: now + ms, run };
    return 1;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = () => (waiting = undefined);
  Date.now = () => now;
  return {
    isWaiting: () => !!waiting,
    pass(ms: number) {
      now += ms;
      const due = waiting;
      if (due && due.at <= now) {
        waiting = undefined;
        due.run();
      }
    },
    restore() {
      Object.assign(globalThis, { setTimeout: original.setTimeout, clearTimeout: original.clearTimeout });
      Date.now = original.now;
    },
  };
}

const MINUTE = 60_000;

/** Hides the page, or shows it again. */
function setVisibility(state: DocumentVisibilityState, page = document): void {
  Object.defineProperty(page, 'visibilityState', { configurable: true, value: state });
  page.dispatchEvent(new Event('visibilitychange'));
}

describe('RefreshTimer', () => {
  let clock: ReturnType<typeof playTimers>;
  let count = 0;
  let timer: RefreshTimer;

  beforeEach(() => {
    clock = playTimers();
    count = 0;
    timer = new RefreshTimer(() => count++);
  });

  afterEach(() => {
    timer.stop();
    clock.restore();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('refreshes after the minutes asked for, give or take a tenth', () => {
    timer.restart(10);
    clock.pass(8.9 * MINUTE);
    expect(count).to.equal(0);
    clock.pass(2.2 * MINUTE);
    expect(count).to.equal(1);
  });

  it('does nothing with 0', () => {
    timer.restart(0);
    expect(clock.isWaiting()).to.equal(false);
  });

  it('sleeps while the page is hidden, and makes up for it on return', () => {
    timer.restart(10);
    setVisibility('hidden');
    expect(clock.isWaiting()).to.equal(false);
    clock.pass(60 * MINUTE);
    expect(count).to.equal(0);
    setVisibility('visible');
    clock.pass(5_000);
    expect(count).to.equal(1);
  });

  it('looks at the page that the reader sees: another window may be open while ours is hidden', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument!;
    setVisibility('visible', page);
    setVisibility('hidden');
    timer.restart(10, page);
    expect(clock.isWaiting()).to.equal(true);
    setVisibility('hidden', page);
    expect(clock.isWaiting()).to.equal(false);
    timer.stop();
    setVisibility('visible', page);
    expect(clock.isWaiting()).to.equal(false);
    frame.remove();
  });

  it('stops', () => {
    timer.restart(10);
    timer.stop();
    expect(clock.isWaiting()).to.equal(false);
    setVisibility('visible');
    expect(clock.isWaiting()).to.equal(false);
  });

  it('does not wait longer than one interval when the clock is set back', () => {
    timer.restart(10);
    clock.pass(-1000 * MINUTE);
    setVisibility('visible');
    clock.pass(11.1 * MINUTE);
    expect(count).to.equal(1);
  });
});
