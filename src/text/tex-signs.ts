/** What TeX's commands for letters and signs stand for. */

/** Each name with its sign after it; small Greek letters stand for capital ones as well. Without a sign: no meaning here. */
const SIGNS =
  ' alphaα betaβ gammaγ deltaδ epsilonε zetaζ etaη thetaθ iotaι kappaκ lambdaλ muμ nuν xiξ piπ rhoρ sigmaσ tauτ ' +
  'upsilonυ phiφ chiχ psiψ omegaω times× cdot· pm± le≤ leq≤ ge≥ geq≥ ne≠ neq≠ approx≈ sim∼ infty∞ to→ rightarrow→ ' +
  'uparrow↑ downarrow↓ in∈ partial∂ nabla∇ sum∑ circ° ellℓ dots… ldots… cdots… ' +
  'prime′ sqrt√ ssß oø lł aeæ aaå iı item• quad\xa0 top⊤ left right big xspace ';

/** The sign behind a command's name: `times` → `×`, `Delta` → `Δ`, `varphi` → `φ`; empty for what has no meaning. */
export function signOf(name: string): string | undefined {
  const find = (spelling: string) => SIGNS.match(` ${spelling}([^a-z ]?) `)?.[1];
  return find(name.replace(/^var/, '')) ?? find(name.toLowerCase())?.toUpperCase();
}

/** A letter with one of TeX's accents, `'` `e` → `é`. */
export const accented = (accent: string, letter: string) =>
  (
    letter +
    '\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306\u030b\u0328\u030a'[
      '\'`^"~=.cvuHkr'.indexOf(accent[0]!)
    ]
  ).normalize();
