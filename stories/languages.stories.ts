/** The panel in each language, with all that it says by itself. The papers stay as their authors wrote them. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/all.js';
import '../src/lang/ar.js';
import '../src/lang/de.js';
import '../src/lang/es.js';
import '../src/lang/fr.js';
import '../src/lang/he.js';
import '../src/lang/ja.js';
import '../src/lang/ko.js';
import '../src/lang/pt-BR.js';
import '../src/lang/zh-CN.js';
import { showcaseDocument } from './feed-document.js';
import { stubFetch } from './stub-fetch.js';

const meta: Meta = {
  title: 'Languages',
  beforeEach: () => stubFetch({ document: showcaseDocument }),
};

export default meta;

/** A panel in a part of the page in this language; its heading is the page's own. */
const inLanguage = (lang: string, heading: string, dir: 'ltr' | 'rtl' = 'ltr'): StoryObj => ({
  render: () =>
    html`<div lang=${lang} dir=${dir} style="max-width: 46rem; font: 16px/1.5 sans-serif">
      <paper-feed
        src="https://lab.example/papers.json"
        loading="eager"
        heading=${heading}
        byline=""
        page-size="3"
        controls="search sort period layout"
        show="abstract authors organization date upvotes comments stars keywords summary submitter links"
      >
        <subscribe-form slot="subscribe" action="https://lab.example/newsletter" badge=""></subscribe-form>
      </paper-feed>
    </div>`,
});

export const Arabic: StoryObj = { name: 'العربية (ar)', ...inLanguage('ar', 'ما نقرؤه', 'rtl') };

export const German: StoryObj = { name: 'Deutsch (de)', ...inLanguage('de', 'Was wir lesen') };

export const Spanish: StoryObj = { name: 'Español (es)', ...inLanguage('es', 'Lo que leemos') };

export const French: StoryObj = { name: 'Français (fr)', ...inLanguage('fr', 'Nos lectures') };

export const Hebrew: StoryObj = { name: 'עברית (he)', ...inLanguage('he', 'מה אנחנו קוראים', 'rtl') };

export const Japanese: StoryObj = { name: '日本語 (ja)', ...inLanguage('ja', '私たちが読んでいる論文') };

export const Korean: StoryObj = { name: '한국어 (ko)', ...inLanguage('ko', '우리가 읽는 논문') };

export const Portuguese: StoryObj = { name: 'Português do Brasil (pt-BR)', ...inLanguage('pt-BR', 'O que lemos') };

export const Chinese: StoryObj = { name: '简体中文 (zh-CN)', ...inLanguage('zh-CN', '我们在读的论文') };
