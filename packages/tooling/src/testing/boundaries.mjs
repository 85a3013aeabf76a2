// The tags that decide who may import whom: a room without one, or with one no constraint knows, would be bound by nothing.
// As a command, checks the rooms of the workspace; `npm test` runs it beside the lint.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rooms } from './specs.mjs';

/** The source tags of the boundary rule, as the lint configuration of the workspace states them. */
export async function constrainedTags(workspace) {
  const { default: config } = await import(pathToFileURL(join(workspace, 'eslint.config.mjs')).href);
  const rule = config.find(({ rules }) => rules?.['@nx/enforce-module-boundaries'])?.rules['@nx/enforce-module-boundaries'];
  if (rule?.[0] !== 'error') throw new Error('eslint.config.mjs: @nx/enforce-module-boundaries is not an error');
  return new Set(rule[1].depConstraints.map(({ sourceTag }) => sourceTag));
}

/** @returns {string[]} one line per room that the rule does not bind */
export function untaggedRooms(workspace, tags) {
  return rooms(workspace).flatMap(({ folder }) => {
    const { nx } = JSON.parse(readFileSync(join(workspace, folder, 'package.json'), 'utf8'));
    const types = (nx?.tags ?? []).filter((tag) => tag.startsWith('type:'));
    if (types.length !== 1) return [`${folder}: ${types.length} "type:" tags, one is needed`];
    return tags.has(types[0]) ? [] : [`${folder}: no constraint knows ${types[0]}`];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const workspace = join(import.meta.dirname, '../../../..');
  const problems = untaggedRooms(workspace, await constrainedTags(workspace));
  if (problems.length) {
    console.error(problems.join('\n'));
    process.exit(1);
  }
}
