// @ts-check
/** Of Lit what our style sheets need: pages that are made without Lit do not load it for them. */

/** @param {TemplateStringsArray} strings @param {{ cssText: string }[]} values */
export const css = (strings, ...values) => ({
  cssText: strings.reduce((text, each, at) => text + (values[at - 1]?.cssText ?? '') + each),
});
