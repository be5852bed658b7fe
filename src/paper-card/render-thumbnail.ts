/** The picture of a paper, and its video, which is asked for only when the reader wants it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Paper } from '../feed/model.js';
import { safeUrl } from '../shared/safe-url.js';
import { plainText } from '../text/plain-text.js';
import type { CardView } from './card-view.js';

/** What has become of a video that the reader asked for; `undefined` = nobody has. */
export type VideoState = 'playing' | 'failed';

/** Without `alt` text on purpose: the picture only repeats the title. Behind it lies what is seen when it is missing. */
export function renderThumbnail(
  paper: Paper,
  view: CardView,
  state: VideoState | undefined,
  onVideo: (state: VideoState) => void,
): TemplateResult {
  const src = safeUrl(paper.thumbnailUrl);
  const video = safeUrl(paper.videoUrl);
  return html`<div class="thumbnail" part="thumbnail">
    ${
      video && state === 'playing'
        ? renderVideo(video, src, paper, view, onVideo)
        : html`${
            src
              ? html`<img
                  src=${src}
                  alt=""
                  width="640"
                  height="360"
                  loading="lazy"
                  decoding="async"
                  referrerpolicy="no-referrer"
                  @error=${hideIfBroken}
                  @load=${hideIfBroken}
                />`
              : nothing
          }${video ? renderPlay(video, paper, view, state, onVideo) : nothing}`
    }
  </div>`;
}

/** For `error` and `load` of a picture: the next one at the same place may be whole. */
export function hideIfBroken({ target, type }: Event): void {
  (target as HTMLElement).hidden = type === 'error';
}

/** Covers the picture. A video that cannot be played here is left to the browser, as a link. */
function renderPlay(
  video: string,
  paper: Paper,
  view: CardView,
  state: VideoState | undefined,
  onVideo: (state: VideoState) => void,
): TemplateResult {
  const name = nameOf(paper, view);
  return state
    ? html`<a class="play" href=${video} target="_blank" rel="noopener noreferrer" aria-label=${name}
        ><span>${view.translate('playVideo')}</span></a
      >`
    : html`<button class="play" type="button" aria-label=${name} @click=${() => onVideo('playing')}></button>`;
}

function renderVideo(
  video: string,
  poster: string | undefined,
  paper: Paper,
  view: CardView,
  onVideo: (state: VideoState) => void,
): TemplateResult {
  return html`<video
    src=${video}
    poster=${poster ?? nothing}
    controls
    playsinline
    preload="none"
    ?autoplay=${!matchMedia('(prefers-reduced-motion: reduce)').matches}
    aria-label=${nameOf(paper, view)}
    @error=${() => onVideo('failed')}
  ></video>`;
}

const nameOf = ({ title }: Paper, { translate }: CardView) =>
  translate('linkOf', { link: translate('playVideo'), title: plainText(title) });
