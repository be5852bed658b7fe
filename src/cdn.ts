/** What the one script tag loads: everything, in one file, registered. */
import './all.js';

export { setMathRenderer } from './shared/math-renderer.js';
export { addMessages } from './shared/messages.js';
