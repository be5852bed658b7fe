/** Opens other windows of the same origin, and reads how elements look in there. */
import { oneEvent } from '@open-wc/testing';

/** A window of the same origin besides that of the page. */
export interface OtherWindow {
  readonly view: Window & typeof globalThis;
  close(): void;
}

/** Its policy lets in no style sheets but from its own host. */
export async function openFrame(): Promise<OtherWindow> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 600px';
  frame.srcdoc = `<!doctype html><html lang="en"><title>A frame</title>
    <meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
  const loaded = oneEvent(frame, 'load');
  document.body.append(frame);
  await loaded;
  return { view: frame.contentWindow as OtherWindow['view'], close: () => frame.remove() };
}

export function openPopup(): OtherWindow {
  const view = open('', '', 'popup,width=700,height=600') as OtherWindow['view'];
  return { view, close: () => view.close() };
}

/** A box as wide, and with the same font, in every document. */
export function boxIn(page: Document): HTMLElement {
  const box = page.createElement('div');
  box.style.cssText = 'width: 40rem; font: 16px/1.5 sans-serif; color: rgb(20, 20, 20)';
  page.body.append(box);
  return box;
}

const PROPERTIES =
  'display color background-color font-family font-size font-weight font-style line-height text-decoration-line ' +
  'overflow-x border-top-width border-top-left-radius padding-top padding-left margin-top column-gap cursor';

/** How all that an element draws looks in its window. */
export function looksOf(element: Element): string[] {
  const { getComputedStyle: style } = element.ownerDocument.defaultView!;
  const all = [element, ...element.shadowRoot!.querySelectorAll('*')];
  return all.flatMap((each) => {
    const found = style(each);
    const look = PROPERTIES.split(' ').map((name) => `${name}: ${found.getPropertyValue(name)}`);
    return [
      `${each.localName}.${each.className} ${look.join('; ')}`,
      ...(each !== element && each.shadowRoot ? looksOf(each) : []),
    ];
  });
}
