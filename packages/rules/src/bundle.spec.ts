import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Everything the room exports, as the back office's bundler would take it. */
const forTheBrowser = async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    conditions: ['@permanence/source'],
    logLevel: 'silent',
  });
  return { gzipped: gzipSync(outputFiles[0]!.contents).byteLength, files: Object.keys(metafile.inputs) };
};

describe('the rules in the browser', () => {
  it('weigh at most 150 kB minified and gzipped, messages included, without their worked examples', async () => {
    const { gzipped, files } = await forTheBrowser();
    expect(gzipped).toBeLessThanOrEqual(150_000);
    expect(files.filter((file) => file.includes('/messages/')).length).toBeGreaterThan(5);
    expect(files.filter((file) => /\.cases\.ts$|\/cases\/|\/node_modules\//.test(file))).toEqual([]);
  });
});
