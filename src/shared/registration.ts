/** Tells our element classes from others', for tags that somebody else may have taken. */
import { warnOnce } from './attributes.js';

/** Version of the package; a test compares it with package.json. */
export const version = '0.1.0';

/** What marks a class as one of this library. */
export interface LibraryElement {
  readonly dailyPapersVersion: string;
}

const versionOf = (found: object | undefined) => (found as Partial<LibraryElement> | undefined)?.dailyPapersVersion;

/** Whether the tag is registered with a class of this very version of the library, from whichever copy. */
export const isOurs = (tag: string): boolean => versionOf(customElements.get(tag)) === version;

/** Warns when a tag belongs to another library or to another version; the same version twice is harmless and silent. */
export function warnIfForeign(tag: string): void {
  if (isOurs(tag)) return;
  const found = versionOf(customElements.get(tag));
  warnOnce(
    found
      ? `<${tag}> is already registered by daily-papers ${found}; this is ${version}. Load one version only.`
      : `<${tag}> is already registered by another library; ours is not used for that tag.`,
  );
}
