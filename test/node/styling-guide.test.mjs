// @ts-check
/** Whether docs/styling.md says what is so: each property, part and palette that there is, and no other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../support/browser-page.mjs';

const guide = readFileSync(`${root}/docs/styling.md`, 'utf8');
const section = (/** @type {string} */ heading) => guide.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
const found = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].map(([, name]) => String(name)).sort();

/** @typedef {{ name: string }} Named */
/** @type {{ modules: { declarations: { tagName?: string, cssProperties?: Named[], cssParts?: Named[] }[] }[] }} */
const manifest = JSON.parse(readFileSync(`${root}/custom-elements.json`, 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

describe('the styling guide', () => {
  it('lists every custom property', () => {
    const names = elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
    assert.deepEqual(found(section('Custom properties'), /^\| `(--[\w-]+)`/gm), [...new Set(names)].sort());
  });

  it('lists every part of the panel', () => {
    const { cssParts = [] } = elements.find(({ tagName }) => tagName === 'paper-feed') ?? {};
    const lists = section('Parts').slice(
      section('Parts').indexOf('\n- '),
      section('Parts').indexOf('`subscribe-form`'),
    );
    assert.deepEqual(found(lists, /`([\w-]+)`/g), cssParts.map(({ name }) => name).sort());
  });

  it('has the palettes that Storybook shows and axe has looked at', () => {
    const palettes = readFileSync(`${root}/stories/styling/palettes.ts`, 'utf8');
    const rules = /(--paper-[^\n]*?;)/g;
    assert.ok(found(palettes, rules).length >= 24);
    assert.deepEqual(found(section('Ready palettes'), rules), found(palettes, rules));
  });
});
