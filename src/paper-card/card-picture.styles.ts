/** The look of a paper's picture, of its absence, and of the button that plays a video. */
import { css } from 'lit';

export const picture = css`
  /* Behind the picture, and seen where there is none: sheets of paper on a tint of the accent. */
  .thumbnail {
    --_ink: color-mix(in srgb, var(--_accent) 22%, transparent);
    position: relative;
    overflow: hidden;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
    background: linear-gradient(160deg, var(--_ink), color-mix(in srgb, var(--_accent) 7%, transparent));
  }

  .thumbnail::before,
  .thumbnail::after {
    position: absolute;
    inset: 24% 34% -30%;
    border: 1px solid var(--_ink);
    border-radius: 3%;
    background: color-mix(in srgb, var(--_accent) 10%, Canvas);
    content: '';
    rotate: 9deg;
    transform-origin: 30% 90%;
  }

  .thumbnail::after {
    background:
      linear-gradient(var(--_ink) 0 0) 20% 14% / 65% 7%,
      linear-gradient(var(--_ink) 0 0) 15% 25% / 40% 7%,
      repeating-linear-gradient(var(--_ink) 0 5%, #0000 5% 14%) 50% 100% / 77% 62%,
      color-mix(in srgb, var(--_accent) 3%, Canvas);
    background-repeat: no-repeat;
    rotate: -4deg;
  }

  /* Turned a little differently from card to card. */
  :host(:nth-child(even)) .thumbnail::before {
    rotate: -13deg;
  }

  :host(:nth-child(even)) .thumbnail::after {
    rotate: 3deg;
  }

  img,
  video {
    object-fit: cover;
  }

  .thumbnail > :is(img, video) {
    position: relative;
    z-index: 1;
    display: block;
    width: 100%;
    height: 100%;
    background: Canvas;
  }

  .thumbnail > video {
    background: #000;
    object-fit: contain;
  }

  /* Still there for the browser, which does not load late what has no box. */
  img[hidden] {
    position: absolute;
    display: block;
    visibility: hidden;
  }

  .play {
    position: absolute;
    inset: 0;
    z-index: 2;
    display: grid;
    place-items: center;
    padding: 0;
    border-radius: inherit;
    color: #fff;
    outline-offset: -4px;
  }

  .play::before,
  .play::after {
    grid-area: 1 / 1;
    width: 2.75em;
    height: 2.75em;
    border-radius: 50%;
    background: #000a;
    content: '';
    transition: scale 0.15s;
  }

  .play::after {
    width: 1em;
    height: 1.15em;
    /* not logical: it points to the right in every language */
    margin-left: 0.2em;
    border-radius: 0;
    background: #fff;
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }

  .play:hover::before {
    background: #000d;
    scale: 1.1;
  }

  .play span {
    position: absolute;
    inset-block-end: 0.5em;
    padding: 0 0.6em;
    border-radius: 1em;
    background: #000c;
    font-size: 0.8125em;
  }

  @media (prefers-reduced-motion: reduce) {
    .play::before {
      transition: none;
    }
  }
`;
