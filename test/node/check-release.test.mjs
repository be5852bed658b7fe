// @ts-check
/** What stops a release before anything is tested or sent: nothing that npm would refuse without saying why gets further. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const script = join(import.meta.dirname, '../../scripts/check-release.mjs');
const repository = { type: 'git', url: 'git+https://github.com/lab/daily-papers.git' };
const good = { version: '1.2.0', repository };

/** @returns what the check says of a package, and whether it passes */
function check(/** @type {object} */ manifest, tag = 'v1.2.0', home = 'lab/daily-papers') {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-release-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n## 1.2.0\n\n- A change.\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
    env: { GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: home },
  });
  rmSync(folder, { recursive: true });
  return { isPassed: status === 0, said: stdout + stderr };
}

describe('a release', () => {
  it('goes on when all is in order', () => {
    assert.deepEqual(check(good), { isPassed: true, said: 'v1.2.0 of lab/daily-papers can be published.\n' });
    for (const url of ['https://github.com/lab/daily-papers', 'git@github.com:lab/daily-papers.git'])
      assert.equal(check({ ...good, repository: { url } }).isPassed, true);
  });

  for (const [title, manifest, tag, home, words] of /** @type {const} */ ([
    ['no repository', { version: '1.2.0' }, 'v1.2.0', 'lab/x', /no "repository".*github\.com\/lab\/x\.git/],
    ['another repository', good, 'v1.2.0', 'lab/copy', /source is at lab\/daily-papers, but this is lab\/copy/],
    ['capitals, which npm minds', good, 'v1.2.0', 'Lab/daily-papers', /but this is Lab\/daily-papers/],
    ['another tag', good, 'v1.2.1', 'lab/daily-papers', /tag is v1\.2\.1, but package\.json has version 1\.2\.0/],
    ['no tag', good, '', 'lab/daily-papers', /tag is missing/],
    ['no word about it', { ...good, version: '1.2' }, 'v1.2', 'lab/daily-papers', /no heading "## 1\.2"/],
  ])) {
    it(`stops: ${title}`, () => {
      const { isPassed, said } = check(manifest, tag, home);
      assert.equal(isPassed, false);
      assert.match(said, words);
      assert.equal(said.trim().split('\n').length, 1);
    });
  }

  it('is checked before anything else, and published from where a signature can be asked for', () => {
    const workflow = readFileSync(join(import.meta.dirname, '../../.github/workflows/release.yml'), 'utf8');
    const [, declare = '', test = '', publish = ''] = workflow.split(/^ {2}(?:declare|test|publish):$/m);
    assert.match(declare, /run: node scripts\/check-release\.mjs/);
    assert.match(test, /needs: declare/);
    assert.match(publish, /needs: test[^]*id-token: write[^]*npm publish --provenance/);
  });
});
