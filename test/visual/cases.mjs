// @ts-check
/** What is photographed: markup, and the page that it stands on. */

/**
 * @typedef {object} Case
 * @property {string} html panels without `src` get the showcase's papers
 * @property {number} width of the page
 * @property {'light' | 'dark'} [scheme]
 * @property {'ltr' | 'rtl'} [dir]
 * @property {'none' | 'active'} [forced] colours
 * @property {'' | 'print'} [media]
 */

const list = '<paper-feed page-size="2"></paper-feed>';
const form = '<subscribe-form action="/newsletter" badge="new" consent="You may write to me."></subscribe-form>';
const everything =
  'abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links cite';

/** @type {Readonly<Record<string, Case>>} by the name of the picture */
export const cases = {
  list: { html: '<paper-feed page-size="4"></paper-feed>', width: 700 },
  'list-dark': { html: list, width: 700, scheme: 'dark' },
  'list-right-to-left': { html: list, width: 700, dir: 'rtl' },
  'list-narrow': { html: '<paper-feed page-size="2"></paper-feed>', width: 320 },
  'list-forced-colours': { html: list, width: 700, forced: 'active' },
  'list-printed': { html: list, width: 700, media: 'print' },
  grid: { html: '<paper-feed layout="grid" page-size="3"></paper-feed>', width: 900 },
  'grid-dark': { html: '<paper-feed layout="grid" page-size="2"></paper-feed>', width: 560, scheme: 'dark' },
  compact: { html: '<paper-feed layout="compact" page-size="4"></paper-feed>', width: 272 },
  everything: {
    html: `<paper-feed page-size="1" highlight="Ada Lovelace" show="${everything}"></paper-feed>`,
    width: 700,
  },
  controls: {
    html: '<paper-feed page-size="1" controls="search sort period layout" search="robot"></paper-feed>',
    width: 700,
  },
  loading: { html: '<paper-feed src="/never.json" loading="eager" page-size="2"></paper-feed>', width: 500 },
  empty: { html: '<paper-feed search="zeppelin"></paper-feed>', width: 500 },
  failed: { html: '<paper-feed src="/missing.json" loading="eager" heading="Daily Papers"></paper-feed>', width: 500 },
  form: { html: form, width: 700 },
  'form-narrow-dark': { html: form, width: 272, scheme: 'dark' },
  names: {
    html: '<p><author-list authors="Ada Lovelace; Charles Babbage; Mary Somerville; Luigi Menabrea" max="2" highlight="Mary Somerville"></author-list></p>',
    width: 500,
  },
};
