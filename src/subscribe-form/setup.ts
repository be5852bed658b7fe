/** What the page's author set by attributes, as the service and the form need it. */
import { warnOnce } from '../shared/attributes.js';
import { safeUrl } from '../shared/safe-url.js';
import type { Service, ServiceSettings } from './services/service.js';
import { services, type ServiceName } from './services/services.js';

/** Properties of the element; what they mean is told there. */
export interface Setup {
  readonly baseURI: string;
  readonly action?: string;
  readonly service: ServiceName;
  readonly emailName: string;
  readonly heading?: string;
  readonly badge?: string;
  readonly buttonLabel?: string;
  readonly consent?: string;
  readonly list: readonly string[];
  readonly tags: readonly string[];
  readonly redirect?: string;
  readonly target: 'auto' | '_self' | '_blank';
}

/** Scripts can set names that no attribute can. */
export const serviceOf = ({ service }: Setup): Service => services[service] ?? services.form;

export const addressNameOf = (setup: Setup): string => serviceOf(setup).emailName ?? setup.emailName;

/** Whether the service's page opens in a new tab, where the element decides. */
export const opensNewTab = (setup: Setup): boolean =>
  setup.target === 'auto' ? !!serviceOf(setup).isNewTab : setup.target === '_blank';

/** @param action absolute */
export function settingsOf({ redirect, baseURI, list, tags }: Setup, action: string, locale: string): ServiceSettings {
  const url = safeUrl(redirect, baseURI);
  const isOwn = url && [location.href, action].some((each) => url.startsWith(`${new URL(each).origin}/`));
  if (redirect && !isOwn)
    warnOnce(`redirect="${redirect}" is not used: it must lead to this site or the newsletter's.`);
  return {
    action,
    lists: list,
    tags,
    redirect: isOwn ? url : undefined,
    pageUrl: location.origin + location.pathname,
    locale,
  };
}
