/** All newsletter services, under the names that the `service` attribute takes. */
import { basin } from './basin.js';
import { brevo } from './brevo.js';
import { buttondown } from './buttondown.js';
import { form } from './form.js';
import { formspree } from './formspree.js';
import { ghost } from './ghost.js';
import { json } from './json.js';
import { kit } from './kit.js';
import { link } from './link.js';
import { listmonk, listmonkForm } from './listmonk.js';
import { mailchimp } from './mailchimp.js';
import { mailerlite } from './mailerlite.js';
import { netlify } from './netlify.js';
import type { Service } from './service.js';
import { substack } from './substack.js';

/** The first is the default. */
export const services = {
  form,
  json,
  ghost,
  listmonk,
  'listmonk-form': listmonkForm,
  buttondown,
  mailchimp,
  mailerlite,
  substack,
  kit,
  brevo,
  formspree,
  basin,
  netlify,
  link,
  mailto: link,
} satisfies Record<string, Service>;

export type ServiceName = keyof typeof services;
