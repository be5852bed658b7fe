/** Draws formulas as MathML: the optional second script, `dist/cdn/daily-papers-math.js`. */
import { setMathRenderer } from '../shared/math-renderer.js';
import { mathFromTex } from './math-from-tex.js';

setMathRenderer(mathFromTex);
