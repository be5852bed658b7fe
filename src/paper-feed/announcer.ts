/** Says aloud, to those who do not see it, what has changed in a panel: once, and when the reader pauses. */

/** A reader who types is told the number of hits when they pause, not at each letter. */
const DELAY_MS = 700;

export class Announcer {
  readonly #say: (text: string) => void;
  #timer?: ReturnType<typeof setTimeout>;
  #noticed = '';

  /** @param say puts the text into a live region that exists already */
  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  announce(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#say, DELAY_MS, text);
  }

  /** What notices say is said aloud as well, when it changes. Call it after each drawing. */
  announceNotices(root: ParentNode): void {
    const texts = [...root.querySelectorAll('.notice p')].map((each) => each.textContent.trim());
    const text = texts.join(' ');
    if (text && text !== this.#noticed) this.announce(text);
    this.#noticed = text;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
