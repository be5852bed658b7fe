/** The page that a story stands on: its theme, language and direction, as the toolbar says. */
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/lang/ar.js';
import '../src/lang/de.js';
import '../src/lang/es.js';
import '../src/lang/fr.js';
import '../src/lang/he.js';
import '../src/lang/ja.js';
import '../src/lang/ko.js';
import '../src/lang/pt-BR.js';
import '../src/lang/zh-CN.js';

interface Page {
  readonly theme: 'light' | 'dark' | 'system';
  readonly lang: string;
  readonly dir: 'auto' | 'ltr' | 'rtl';
}

const RIGHT_TO_LEFT = ['ar', 'he'];
const schemes = { light: 'light', dark: 'dark', system: 'light dark' };

/** A whole page where a story is alone; in the documentation, which has a look of its own, a box like a page. */
export const onPage: Decorator = (story, { globals, viewMode }) => {
  const { theme, lang, dir: wanted } = globals as unknown as Page;
  const dir = wanted === 'auto' ? (RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr') : wanted;
  const root = document.documentElement;
  if (viewMode === 'docs') {
    root.style.colorScheme = 'light';
    return html`<div class="story-page" lang=${lang} dir=${dir} style="color-scheme: ${schemes[theme]}">
      ${story()}
    </div>`;
  }
  root.style.colorScheme = schemes[theme];
  root.lang = lang;
  root.dir = dir;
  return story();
};

/** The toolbar. */
export const globalTypes: Preview['globalTypes'] = {
  theme: {
    description: "The page's colour scheme",
    toolbar: {
      icon: 'contrast',
      title: 'Theme',
      dynamicTitle: true,
      items: [
        { value: 'system', title: "System's theme", icon: 'browser' },
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  lang: {
    description: "The page's language",
    toolbar: {
      icon: 'globe',
      title: 'Language',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English', right: 'en' },
        { value: 'ar', title: 'العربية', right: 'ar' },
        { value: 'de', title: 'Deutsch', right: 'de' },
        { value: 'es', title: 'Español', right: 'es' },
        { value: 'fr', title: 'Français', right: 'fr' },
        { value: 'he', title: 'עברית', right: 'he' },
        { value: 'ja', title: '日本語', right: 'ja' },
        { value: 'ko', title: '한국어', right: 'ko' },
        { value: 'pt-BR', title: 'Português', right: 'pt-BR' },
        { value: 'zh-CN', title: '简体中文', right: 'zh-CN' },
      ],
    },
  },
  dir: {
    description: "The page's direction",
    toolbar: {
      icon: 'transfer',
      title: 'Direction',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Direction of the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
};

export const initialGlobals = { theme: 'light', lang: 'en', dir: 'auto' };

const screen = (name: string, width: string, height: string, type: 'mobile' | 'tablet' | 'desktop') => ({
  name,
  styles: { width, height },
  type,
});

/** Widths that a panel must be right at. */
export const viewports = {
  sidebar: screen('Sidebar, 240 px', '240px', '800px', 'mobile'),
  phone: screen('Small phone, 320 px', '320px', '640px', 'mobile'),
  column: screen('Column, 400 px', '400px', '850px', 'mobile'),
  text: screen('Text, 700 px', '700px', '900px', 'tablet'),
  wide: screen('Wide, 1200 px', '1200px', '900px', 'desktop'),
};
