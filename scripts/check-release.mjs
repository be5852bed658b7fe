// @ts-check
/** For release.yml: whether what is tagged can be published, in words that npm does not find. Sets nothing, asks nobody. */
import { readFileSync } from 'node:fs';

const { GITHUB_REF_NAME: tag = '', GITHUB_REPOSITORY: home = '' } = process.env;
const { version, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');

/** `owner/name` at GitHub; npm compares it letter by letter. */
const declared = /github\.com[/:](.+?)(?:\.git)?$/.exec(repository?.url ?? '')?.[1];

const faults = [
  tag !== `v${version}` && `The tag is ${tag || 'missing'}, but package.json has version ${version}.`,
  !changelog.includes(`\n## ${version}\n`) && `CHANGELOG.md has no heading "## ${version}".`,
  !declared &&
    `package.json has no "repository", and npm signs no package without it. Add: "repository": { "type": "git", "url": "git+https://github.com/${home || 'owner/name'}.git" }`,
  declared &&
    declared !== home &&
    `package.json says that the source is at ${declared}, but this is ${home || 'no repository of GitHub'}.`,
].filter(Boolean);

for (const fault of faults) console.error(fault);
if (!faults.length) console.log(`${tag} of ${home} can be published.`);
process.exit(faults.length ? 1 : 0);
