/** A template with others in it becomes one; what a reader sees and holds on to stays. */
/* eslint-disable lit/no-useless-template-literals -- what is put into templates is what is tested */
import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from 'lit';
import { joinTemplates } from '../../src/paper-card/join-templates.js';

const drawn = (result: TemplateResult, into = document.createElement('div')) => {
  render(joinTemplates(result), into);
  return into;
};

const withoutMarkers = (element: Element) => element.innerHTML.replace(/<!--.*?-->/g, '');

/** Comments that Lit leaves behind in a card, the one at the place where all is drawn not counted. */
function markersIn(element: Element): number {
  const walker = document.createTreeWalker(element.firstElementChild!, NodeFilter.SHOW_COMMENT);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

describe('joinTemplates', () => {
  it('draws the same as the templates would', () => {
    const link = (href: string | typeof nothing, text: unknown) =>
      html`<a href=${href} title=${nothing} class="x ${'y'}">${text}</a>`;
    const results = [
      html`<p>${'a'} and ${html`<b>${'b'}</b>`}${nothing}</p>`,
      html`<p title=${'<x>'}>${link('/1', 'one')}${link(nothing, html`<i>${['two', html`<u>2</u>`]}</i>`)}</p>`,
      html`<p><img alt="" />${'after a picture'}</p>`,
      html`<p>${''}</p>`,
      html`<p class=${'x-1'} part=${'y'}>${'text'}</p>`,
      html`<p class=${'a b'} part=${nothing}><b class=${''} part=${'"><i>'}></b></p>`,
      html`<p class=${undefined} part=${null}>${undefined}${null}${7}</p>`,
      html`${html`${html`<p>${'deep'}</p>`}`}${nothing}`,
    ];
    for (const result of results) {
      const plain = document.createElement('div');
      render(result, plain);
      expect(withoutMarkers(drawn(result))).to.equal(withoutMarkers(plain));
    }
  });

  it('leaves out attributes without value, written with quotes or without', () => {
    // The build writes quotes where the sources have none.
    const quoted = Object.assign(['<p title="', '" class="', ' ', '" lang="', '">text</p>'], { raw: [] });
    const [paragraph] = drawn(html(quoted, nothing, nothing, 'x', nothing)).children;
    expect(paragraph!.getAttributeNames()).to.deep.equal(['class']);
    expect(paragraph!.className.trim()).to.equal('x');
    expect(drawn(html`<p title=${nothing} lang=${nothing}></p>`).firstElementChild!.getAttributeNames()).to.be.empty;
  });

  it('leaves no markers for templates, for nothing, and for a text that is all that an element holds', () => {
    expect(markersIn(drawn(html`<p>${html`<b>${'b'}</b>`}${nothing}<i title=${nothing}>${'i'}</i></p>`))).to.equal(0);
  });

  it('keeps text as text', () => {
    const text = '<img src=x onerror=alert(1)> ${7} <!-- --> {{lit-';
    const [only, among] = drawn(
      html`<p>${text}</p>
        <p>${text} and</p>`,
    ).children;
    expect(only!.textContent).to.equal(text);
    expect(among!.textContent).to.equal(`${text} and`);
    expect(only!.childElementCount + among!.childElementCount).to.equal(0);
  });

  it('draws a change of values into the nodes that are there', () => {
    const view = (text: string, isOpen: boolean) =>
      html`<p>${html`<b>${text}</b>`}${isOpen ? [html`<i>open</i>`] : []}</p>`;
    const into = drawn(view('one', false));
    const [paragraph, bold] = [into.querySelector('p'), into.querySelector('b')];
    drawn(view('two', true), into);
    expect(into.textContent).to.equal('twoopen');
    expect(into.querySelector('p') === paragraph && into.querySelector('b') === bold).to.equal(true);
  });

  it('draws the element anew when its name is another, and not when a class that is bound is', () => {
    const view = (name: string, state: string) =>
      html`<p class=${name}></p>
        <b .className=${state}></b>`;
    const into = drawn(view('one', 'open'));
    const [paragraph, bold] = into.children;
    drawn(view('one', 'shut'), into);
    expect(into.children[0] === paragraph && into.children[1] === bold).to.equal(true);
    expect(bold!.className).to.equal('shut');
    drawn(view('two', 'shut'), into);
    expect(into.children[0] === paragraph).to.equal(false);
    expect(into.children[0]!.className).to.equal('two');
  });

  it('draws anew when another template takes the place of one', () => {
    const view = (part: unknown) => html`<p>${part}${'!'}</p>`;
    const into = drawn(view(html`<b>${'b'}</b>`));
    drawn(view(nothing), into);
    expect(withoutMarkers(into)).to.equal('<p>!</p>');
    drawn(view(html`<i>${'i'}</i>`), into);
    expect(withoutMarkers(into)).to.equal('<p><i>i</i>!</p>');
    drawn(view('text'), into);
    expect(withoutMarkers(into)).to.equal('<p>text!</p>');
  });
});
