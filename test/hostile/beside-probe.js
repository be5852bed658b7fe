// @ts-check
/** Runs after page-probe.js: looks at what stands beside the panel, and fills in and sends the forms among it. */
'use strict';
(() => {
  const { probe } = /** @type {any} */ (window);
  const { query, queryAll, describe, makeRoom, frames, tidy, CARD_PIECES } = probe.tools;
  const { dispatchEvent, addEventListener, removeEventListener } = EventTarget.prototype;
  const { now } = Date;

  const AUTHOR_PIECES = ['.highlight', 'button'];
  const FORM_PIECES = [
    ...['form', 'form > p', 'mark', 'form > div', 'label', '[type=email]', 'button', '[type=checkbox]'],
  ];
  /** What the form promises on every page: the rest, as fonts and colours of words, it takes from the page. */
  const FORM_LOOK = [
    ...['display', 'margin-top', 'margin-left', 'padding-top', 'padding-left', 'border-top-width', 'border-radius'],
    ...['visibility', 'position', 'float', 'flex-direction', 'flex-wrap'],
  ];
  const PAINTED = ['color', 'background-color', 'cursor'];

  const card = () => query('#box paper-card');
  const list = () => query('#box author-list');
  /** The one that the element wrote, and the one around a form of the page. @returns {any[]} */
  const forms = () => [...queryAll('#box subscribe-form')];
  /** Some other library's has no article. */
  const article = () => card().shadowRoot?.querySelector('article');

  async function settle() {
    for (const each of [card(), list(), ...forms()]) await each.updateComplete;
    await frames();
  }

  function describeForm(/** @type {any} */ element) {
    const form = element.querySelector('form');
    const zoom = makeRoom(element.parentNode, form);
    const describeAs = (/** @type {string[]} */ pieces, /** @type {string[]} */ look) =>
      describe(element, pieces, form, zoom, look);
    return {
      pieces: describeAs(FORM_PIECES, FORM_LOOK),
      painted: describeAs(['mark', 'button'], PAINTED),
      // Else nobody sees whether it is ticked.
      ticked: describeAs(['[type=checkbox]'], ['appearance']),
    };
  }

  function measure() {
    const base = article();
    const line = list().parentNode;
    const name = list().shadowRoot.querySelector('.highlight');
    return {
      card: base && describe(card().shadowRoot, CARD_PIECES, base, makeRoom(card().parentNode, base)),
      // It flows with the words around it, and is measured from its first piece.
      authors: describe(list().shadowRoot, AUTHOR_PIECES, name, makeRoom(line, line)),
      forms: forms().map(describeForm),
      text: read(),
    };
  }

  /** What a reader can read. */
  const read = () => ({
    card: article() && tidy(card().shadowRoot.textContent),
    authors: tidy(list().shadowRoot.textContent),
    forms: forms().map((form) => tidy(form.textContent)),
  });

  const press = (/** @type {any} */ root, /** @type {string} */ selector) => root?.querySelector(selector)?.click();
  const OUTCOMES = ['subscribe-success', 'subscribe-handover', 'subscribe-error'];

  /** Presses the form's button, twice as some do, and waits for the outcome. What a reader then knows, and sees where. */
  async function send(/** @type {any} */ element, /** @type {number} */ patience) {
    /** @type {string[]} */
    const heard = [];
    const hear = (/** @type {any} */ { type, code }) => heard.push(`${type} ${code}`);
    for (const name of OUTCOMES) addEventListener.call(element, name, hear);
    press(element, 'button');
    press(element, 'button');
    for (const limit = now() + patience; !heard.length && now() < limit;) await frames(1);
    await settle();
    for (const name of OUTCOMES) removeEventListener.call(element, name, hear);
    const field = element.querySelector('[type=email]');
    const said = [...element.querySelectorAll('[role=alert], [role=status]')].find((each) => tidy(each.textContent));
    const form = element.querySelector('form');
    return {
      heard,
      said: said && [said.getAttribute('role'), tidy(said.textContent)],
      place:
        said &&
        describe(element, [`[role=${said.getAttribute('role')}]`], form, makeRoom(element.parentNode, form), [
          'display',
        ]),
      field: [field.value, field.ariaInvalid],
    };
  }

  /**
   * Opens what can be opened, sends the forms without an address, then filled in.
   *
   * @param {number} patience how long to wait for an outcome, in milliseconds
   */
  async function use(patience) {
    press(list().shadowRoot, 'button');
    press(card().shadowRoot, '.more-authors');
    await settle();
    const opened = read();
    /** @type {unknown[]} */
    const sent = [];
    for (const form of forms()) {
      const empty = await send(form, patience);
      const field = form.querySelector('[type=email]');
      field.value = 'ada@lab.example';
      dispatchEvent.call(field, new Event('input', { __proto__: null, bubbles: true }));
      for (const box of form.querySelectorAll('[type=checkbox]')) box.click();
      sent.push([empty, await send(form, patience)]);
    }
    return { opened, sent };
  }

  Object.defineProperty(window, 'beside', { value: { __proto__: null, settle, measure, use } });
})();
