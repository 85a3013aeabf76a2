// Transpiles ./src of the room it is run in to ./dist with SWC, one file to one file. Type errors are the business of `typecheck`.
import { transformFile } from '@swc/core';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { isBuilt } from './spec-files.mjs';

const room = process.cwd();
const workspace = join(import.meta.dirname, '../../..');
await rm(join(room, 'dist'), { recursive: true, force: true });
const files = (await readdir(join(room, 'src'), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && isBuilt(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
await Promise.all(
  files.map(async (file) => {
    const out = join(room, 'dist', relative(join(room, 'src'), file).replace(/\.tsx?$/, '.js'));
    const { code, map } = await transformFile(file, {
      cwd: room,
      root: workspace,
      configFile: join(workspace, '.swcrc'),
      swcrc: false,
      outputPath: out,
    });
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, `${code}\n//# sourceMappingURL=${basename(out)}.map\n`);
    await writeFile(`${out}.map`, map ?? '');
  }),
);
console.log(`${files.length} files`);
