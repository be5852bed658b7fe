/** The class of `<author-list>`; registers nothing. */
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Author } from '../feed/model.js';
import { keepLook } from '../shared/adoption.js';
import { nameList, readWords, wholeNumber } from '../shared/attributes.js';
import { LanguageController } from '../shared/language.js';
import { version } from '../shared/registration.js';
import { tokens } from '../shared/tokens.styles.js';
import { authorListStyles, authorNamesStyles } from './author-list.styles.js';
import { renderAuthorNames } from './author-names.js';

const DEFAULT_MAX = 3;

/**
 * The authors of a paper: a few names, the rest behind a "+4 more" button.
 *
 * @csspart highlight - a name that `highlight` asks for
 * @csspart author-link - a name that leads to the author's page
 * @csspart more-authors - the button that shows all names, and fewer again
 *
 * @cssprop [--paper-accent] - colour of the button
 * @cssprop [--paper-border] - colour of the lines under linked names
 * @cssprop [--paper-highlight=inherit] - colour of highlighted names
 */
export class AuthorList extends LitElement {
  /** @internal */
  static readonly dailyPapersVersion = version;

  static override styles = [tokens, authorNamesStyles, authorListStyles];

  /**
   * Who wrote the paper. As attribute: names separated by semicolons, `Ada Lovelace; Alan Turing`.
   * Authors marked `hidden` are left out.
   */
  @property({
    converter: {
      fromAttribute: (value: string | null): Author[] => nameList.fromAttribute!(value).map((name) => ({ name })),
    },
  })
  authors: readonly Author[] = [];

  /** Number of authors where only that is known ("7 authors"), or where it exceeds the names given. */
  @property({ attribute: 'author-count', converter: wholeNumber('author-count', undefined) })
  authorCount?: number;

  /**
   * Names drawn before "+4 more"; 0 = all.
   * @default 3
   */
  @property({ converter: wholeNumber('max', DEFAULT_MAX) })
  max?: number;

  /**
   * Names to emphasise, separated by semicolons. Initials and diacritics match: `A. Turing` finds "Alan Turing".
   * Highlighted names are drawn even when they come after `max`.
   */
  @property({ converter: nameList })
  highlight: readonly string[] = [];

  @state() private isExpanded = false;

  readonly #language = new LanguageController(this);

  adoptedCallback(): void {
    keepLook(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    readWords(this, changed);
    if (changed.has('authors')) this.isExpanded = false;
  }

  readonly #handleToggle = () => {
    this.isExpanded = !this.isExpanded;
  };

  protected override render(): unknown {
    return renderAuthorNames(this.authors ?? [], this.authorCount, {
      max: this.max ?? DEFAULT_MAX,
      isExpanded: this.isExpanded,
      highlight: this.highlight ?? [],
      isLinked: true,
      translate: this.#language.translate,
      onToggle: this.#handleToggle,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'author-list': AuthorList;
  }
}
