/** How an address is shown. */

/** An address without what all addresses have: `github.com/org/code`. */
export const shortAddress = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
