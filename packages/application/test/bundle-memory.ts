// Binds 300 papers of about 1 MB, every third a picture, and prints the most memory each process held:
// `npm run bundle-memory -w packages/application`. Nothing is written; the bytes are counted and dropped.
import { randomBytes } from 'node:crypto';
import { aJpeg, aPdf } from '@permanence/testing';
import { Binder } from '../src/bundle/binding/binder.ts';
import type { FrontMatter } from '../src/bundle/binding/front-matter.ts';

const PAPERS = Number(process.argv[2] ?? 300);
const MEGA = 1024 * 1024;
/** Random, as a scan is to a compressor. */
const heavyPdf = (): Buffer =>
  Buffer.from(
    aPdf({ objects: [`<< /Length ${MEGA} >>\nstream\n${randomBytes(MEGA).toString('latin1')}\nendstream`] })
      .toString('latin1')
      // Hung on the page, or it would not be carried over.
      .replace('/Resources << ', '/Resources << /XObject << /X 6 0 R >> '),
    'latin1',
  );
const heavyPicture = (): Buffer => aJpeg({ after: randomBytes(MEGA) });

const binder = new Binder();
let out = 0;
const reading = (async () => {
  for await (const chunk of binder.output()) out += chunk.length;
})();
await binder.ready();
const lines: FrontMatter['index']['sections'][number]['lines'] = [];
let pages = 0;
for (let number = 1; number <= PAPERS; number++) {
  const picture = number % 3 === 0;
  const count = await binder.bind({
    number,
    bytes: picture ? heavyPicture() : heavyPdf(),
    mediaType: picture ? 'image/jpeg' : 'application/pdf',
    bookmark: `${number}`,
  });
  lines.push({
    number,
    title: `Pièce ${number} — ورقة`,
    drawnUp: '01/02/2026',
    pages: { from: pages + 1, to: pages + count },
    apart: null,
  });
  pages += count;
}
const { pages: all, peakKilobytes } = await binder.finish(
  {
    title: 'Mesure',
    letter: { from: [], to: [], place: '', subject: '', paragraphs: [], signature: [] },
    index: { title: 'Bordereau', intro: '', heads: ['N°', 'Pièce', 'Établie le', 'Pages'], sections: [{ title: 'Toutes', lines }] },
    presence: null,
    bookmarks: { letter: 'Lettre', index: 'Bordereau', presence: 'Tableau' },
  },
  '2026-11-22T00:00:00.000Z',
);
await reading;
await binder.close();
const mega = (kilobytes: number): number => Math.round(kilobytes / 1024);
console.log(
  JSON.stringify({
    papers: PAPERS,
    pages: all,
    megabytesOut: Math.round(out / MEGA),
    binderPeakMegabytes: mega(peakKilobytes),
    thisProcessPeakMegabytes: mega(process.resourceUsage().maxRSS),
  }),
);
