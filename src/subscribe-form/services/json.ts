/** Any endpoint that takes JSON and lets the page read its answer. */
import * as z from 'zod/mini';
import { judge } from './answer.js';
import { form } from './form.js';
import { toJson, type Service } from './service.js';

/** What is posted: each field of the form under its name. */
export const jsonRequest = () => z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const json: Service = {
  ...form,
  async subscribe({ action }, fields, ask) {
    return judge(await ask(action, toJson(fields) satisfies z.infer<ReturnType<typeof jsonRequest>>));
  },
};
