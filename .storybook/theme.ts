/** How Storybook itself looks: plain, in the colours of the panel. */
import { create } from 'storybook/theming';

const fontBase = "system-ui, 'Segoe UI', 'Noto Sans', sans-serif";

export const theme = create({
  base: 'light',
  brandTitle: 'Daily Papers',
  brandUrl: './',
  brandTarget: '_self',
  brandImage: './brand/daily-papers.svg',
  fontBase,
  fontCode: "ui-monospace, 'Noto Sans Mono', Consolas, monospace",
  colorPrimary: '#1a56c4',
  colorSecondary: '#1a56c4',
  appBg: '#f5f6f8',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dfe2e7',
  appBorderRadius: 8,
  textColor: '#1d2127',
  textInverseColor: '#ffffff',
  textMutedColor: '#5c6470',
  barTextColor: '#5c6470',
  barSelectedColor: '#1a56c4',
  barHoverColor: '#1a56c4',
  barBg: '#ffffff',
  inputBg: '#ffffff',
  inputBorder: '#c3c8d0',
  inputTextColor: '#1d2127',
  inputBorderRadius: 6,
});
