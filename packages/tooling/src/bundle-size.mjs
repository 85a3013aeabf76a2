import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a browser downloads for everything an entry exports: bytes minified, and gzipped as servers do by default. */
export const browserSize = async (entry) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    conditions: ['@permanence/source'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const { contents } = outputFiles[0];
  return { minified: contents.byteLength, gzipped: gzipSync(contents).byteLength, files: Object.keys(metafile.inputs) };
};
