/** Ready palettes, as they stand in docs/styling.md. */

export interface Palette {
  /** Rules for `paper-feed`. */
  readonly css: readonly string[];
  /** What `theme` must be, for palettes with a background of their own. */
  readonly theme?: 'light' | 'dark';
}

export const palettes = {
  Forest: {
    css: [
      '--paper-accent: light-dark(#1b6b43, #7fd6a4);',
      '--paper-border: light-dark(#c9dccf, #3a5144);',
      '--paper-radius: 0.75rem;',
    ],
  },
  Ocean: {
    css: [
      '--paper-accent: light-dark(#0b6684, #74cfe8);',
      '--paper-title-color: light-dark(#0a3f54, #c4ecf8);',
      '--paper-surface: light-dark(#eef6f9, #16262c);',
    ],
  },
  Plum: {
    css: [
      '--paper-accent: light-dark(#7b2d8b, #dba3e8);',
      '--paper-highlight: light-dark(#7b2d8b, #dba3e8);',
      '--paper-radius: 1rem;',
    ],
  },
  Ember: {
    css: [
      '--paper-accent: light-dark(#a83a16, #ffab8a);',
      '--paper-surface: light-dark(#fdf3ee, #2c1d16);',
      '--paper-radius: 0.25rem;',
    ],
  },
  Newspaper: {
    css: [
      "--paper-title-font: Georgia, 'Times New Roman', serif;",
      '--paper-accent: light-dark(#8f1d1d, #ff9d94);',
      '--paper-radius: 0;',
    ],
  },
  Ink: {
    css: ['--paper-accent: light-dark(#1d2127, #e7e9ec);', '--paper-border: currentcolor;', '--paper-radius: 0;'],
  },
  Sepia: {
    theme: 'light',
    css: ['--paper-background: #fbf4e4;', '--paper-color: #3d3426;', '--paper-accent: #86470f;'],
  },
  Midnight: {
    theme: 'dark',
    css: ['--paper-background: #0b1020;', '--paper-color: #dfe6f5;', '--paper-accent: #8fb3ff;'],
  },
} as const satisfies Record<string, Palette>;
