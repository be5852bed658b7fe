/** Formulas as mathematics, where a page has loaded the optional script for it; elsewhere they are drawn as text. */
import { drawAgain } from './messages.js';

/** Draws TeX, without its dollars, as a new node; `undefined` where it cannot. */
export type MathRenderer = (tex: string) => Node | undefined;

let renderer: MathRenderer | undefined;

/** Has all formulas drawn by this; elements on the page draw themselves again. */
export function setMathRenderer(next: MathRenderer | undefined): void {
  renderer = next;
  drawAgain();
}

export const renderMath = (tex: string) => renderer?.(tex);
