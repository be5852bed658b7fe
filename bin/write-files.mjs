// @ts-check
/** Writes files that belong together: all of them or none, and nobody ever reads half of one. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing was changed, because something could not be written. */
export class WriteError extends Error {}

/** @param {string} file */
export async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Long after any run that is still writing. */
const LEFT_MS = 10 * 60_000;

/**
 * Removes what runs have left that were killed while they wrote. Those of a run at the same time are younger; whether its
 * process is there cannot be seen from another container.
 *
 * @param {string} folder
 * @param {readonly string[]} names of the files that were to be written
 */
export async function removeLeftovers(folder, names) {
  const found = await readdir(folder).catch(() => []);
  const ours = found.filter((each) =>
    names.some((name) => each.startsWith(`.${name}.`) && /^\d+\.tmp$/.test(each.slice(name.length + 2))),
  );
  for (const file of ours.map((name) => join(folder, name))) {
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    // Where that is forbidden, writing is, too, and says so.
    if (mtimeMs < Date.now() - LEFT_MS) await rm(file).catch(() => undefined);
  }
}

/**
 * @param {string} folder made where it is missing
 * @param {Readonly<Record<string, string>>} files text by name
 * @returns {Promise<Record<string, 'written' | 'unchanged'>>}
 * @throws {WriteError}
 */
export async function writeFiles(folder, files) {
  /** @type {{ file: string, temporary: string, before: string | undefined }[]} */
  const pending = [];
  /** @type {typeof pending} */
  const done = [];
  /** @type {Record<string, 'written' | 'unchanged'>} */
  const outcome = {};
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      const before = await readIfThere(file);
      outcome[name] = before === text ? 'unchanged' : 'written';
      if (before === text) continue;
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      pending.push({ file, temporary, before });
      await writeThrough(temporary, text);
    }
    for (const each of pending) {
      await rename(each.temporary, each.file);
      done.push(each);
    }
  } catch (error) {
    for (const { file, temporary, before } of done) {
      if (before === undefined) await rm(file, { force: true });
      else await writeThrough(temporary, before).then(() => rename(temporary, file));
    }
    for (const { temporary } of pending) await rm(temporary, { force: true });
    throw new WriteError(/** @type {Error} */ (error).message, { cause: error });
  }
  return outcome;
}

/** Down to the disk, so that a power cut after the renaming does not leave an empty file. @param {string} file @param {string} text */
async function writeThrough(file, text) {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
