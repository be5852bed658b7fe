/** Small feeds of our own, as the texts that servers send. */

/** A JSON Feed whose papers have these titles. */
export function feedText(...titles: readonly string[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'What we read',
    items: titles.map((title, index) => ({ id: `paper-${index}`, title })),
  });
}

/** A string as bytes of another encoding than UTF-8, in Base64. */
export function base64Of(text: string, encoding: 'latin-1' | 'utf-16le'): string {
  const codes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return encoding === 'latin-1' ? [code] : [code & 0xff, code >> 8];
  });
  return btoa(String.fromCharCode(...codes));
}
