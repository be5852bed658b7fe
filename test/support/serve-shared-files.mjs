// @ts-check
/** Serves the captured feeds and hostile data of `../shared`, which is no part of the project, under `/__shared__/`. */
import { createReadStream, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the files; DAILY_PAPERS_SHARED names another one. */
export const sharedFolder =
  process.env.DAILY_PAPERS_SHARED || fileURLToPath(new URL('../../../shared', import.meta.url));

const PREFIX = '/__shared__/';

/**
 * Answers 404 where there is no such file, so that tests can skip.
 * @type {import('@web/test-runner').TestRunnerConfig['middleware'] extends (infer M)[] | undefined ? M : never}
 */
export const serveSharedFiles = (context, next) => {
  if (!context.path.startsWith(PREFIX)) return next();
  const file = join(sharedFolder, decodeURIComponent(context.path.slice(PREFIX.length)));
  const isInside = file.startsWith(join(sharedFolder, sep));
  if (!isInside || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    context.status = 404;
    context.body = '';
    return;
  }
  context.type = extname(file);
  context.body = createReadStream(file);
};
