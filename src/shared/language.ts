/** Which language an element speaks: that of the nearest `lang`, also across shadow roots, followed while it changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onMessagesAdded, translatorFor, type Translate } from './messages.js';

/** The nearest `lang` around a node; English where the page names none. */
function nearestLanguage(node: Node): string {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    const lang = (at as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return 'en';
}

/** Whether Intl knows the tag; an invented `lang` must not stop the drawing. */
function validLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const controllers = new Set<LanguageController>();
let observer: MutationObserver | undefined;
let stopMessages: (() => void) | undefined;

/** One observer for all elements; it sleeps until some `lang` on their pages changes. */
function follow(controller: LanguageController, page: Document): void {
  controllers.add(controller);
  if (!observer) {
    const updateAll = () => controllers.forEach((each) => each.update());
    observer = new MutationObserver(updateAll);
    stopMessages = onMessagesAdded(updateAll);
  }
  // Once more changes nothing; but the element may have gone to another window.
  observer.observe(page, { subtree: true, attributeFilter: ['lang'] });
}

function unfollow(controller: LanguageController): void {
  controllers.delete(controller);
  if (controllers.size) return;
  observer?.disconnect();
  stopMessages?.();
  observer = stopMessages = undefined;
}

/** Gives its host the words of the nearest language and draws it again when that changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag, valid for Intl. */
  locale = 'en';
  translate: Translate = translatorFor('en');
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    follow(this, this.#host.ownerDocument);
    this.update();
  }

  hostDisconnected(): void {
    unfollow(this);
  }

  update(): void {
    const locale = validLocale(nearestLanguage(this.#host));
    const translate = translatorFor(locale);
    if (locale === this.locale && translate === this.translate) return;
    this.locale = locale;
    this.translate = translate;
    this.#host.requestUpdate();
  }
}
