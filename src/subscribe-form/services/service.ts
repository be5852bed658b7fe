/** What a newsletter service has to offer to the form. One file per service implements it; none of them touches the DOM. */
import type { SubscribeOutcome } from '../../shared/events.js';

/** What the site's owner set for the service, checked and made absolute. */
export interface ServiceSettings {
  /** Absolute http(s) address of the service, as given in `action`. */
  readonly action: string;
  readonly lists: readonly string[];
  readonly tags: readonly string[];
  /** Where the reader goes after confirming: a page of this site or the service's. */
  readonly redirect?: string;
  /** Address of the page that shows the form, without query. */
  readonly pageUrl: string;
  /** BCP 47 tag of the form's words. */
  readonly locale: string;
}

/** An answer that could be read. `body` is JSON where it is JSON, else the text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The door to the network: a GET without a body; a POST of form fields when given `URLSearchParams`, else of JSON.
 * Rejects when there is no answer that the page may read.
 */
export type Ask = (url: string, body?: object) => Promise<Answer>;

/** Values of form fields by name; a list makes several fields of one name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One newsletter service. All members are pure. */
export interface Service {
  /** What the address is called, where the service prescribes it. Default: the form's own choice. */
  readonly emailName?: string;
  /** Whether its answer is a page for the reader, which then opens in a new tab. */
  readonly isNewTab?: boolean;
  /** Whether it takes no address from a page: the reader follows a link to it instead. */
  readonly isLink?: boolean;
  /** Where a form is posted. Default: `action` as it is. */
  endpoint?(settings: ServiceSettings): string;
  /** Fields the service expects besides the address. */
  hidden?(settings: ServiceSettings): Fields;
  /** Name of the field that only bots fill in. */
  botName?(settings: ServiceSettings): string;
  /** Subscribes through `ask`, for services that let pages read their answers. Without it the form is posted natively. */
  subscribe?(settings: ServiceSettings, fields: URLSearchParams, ask: Ask): Promise<SubscribeOutcome>;
}

/** One pair for each field. */
export const toPairs = (fields: Fields = {}): [name: string, value: string][] =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));

/** The address of a route of a service, below the address of the site that runs it. */
export const routeOf = (site: string, route: string): string => site.replace(/\/*([?#].*)?$/, '/') + route;

/** Form fields as JSON: each value under its name, a list where a name occurs more than once. */
export const toJson = (fields: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...fields].map(([name, value]) => {
      const all = fields.getAll(name);
      return [name, all.length > 1 ? all : value];
    }),
  );
