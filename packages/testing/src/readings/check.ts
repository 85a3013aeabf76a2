// `npm run check:readings`: made papers in French layouts, each as a PDF with its text and as a scan, read as the worker reads them.
// Prints the share that is right among the first suggestion and the first three, and each paper that was read wrong.
import { childReader, readPaper, type PaperCandidates } from '@permanence/application';
import { isoDate } from '@permanence/rules';
import { aScan, corpus, type MadePaper } from './corpus.ts';

const EACH = 3;
/** The day everything came in: after every made paper. */
const RECEIVED_ON = isoDate('2026-11-21');
/** Several at once, one process each. */
const AT_ONCE = 2;

interface Marks {
  papers: number;
  dateFirst: number;
  dateTopThree: number;
  typeTopThree: number;
  issuerTopThree: number;
}
const none = (): Marks => ({ papers: 0, dateFirst: 0, dateTopThree: 0, typeTopThree: 0, issuerTopThree: 0 });

/** A paper that bears no day of drawing up is right when none is suggested. */
function mark(marks: Marks, { name, answer }: MadePaper, read: PaperCandidates, how: string): void {
  const days = read.dates.slice(0, 3).map(({ day }) => day);
  const first = answer.drawnUpOn === null ? days.length === 0 : days[0] === answer.drawnUpOn;
  const topThree = answer.drawnUpOn === null ? days.length === 0 : days.includes(answer.drawnUpOn);
  const type = read.types.slice(0, 3).some(({ docType }) => docType === answer.docType);
  const issuer = read.issuers.slice(0, 3).some(({ issuer: code }) => code === answer.issuer);
  marks.papers += 1;
  marks.dateFirst += Number(first);
  marks.dateTopThree += Number(topThree);
  marks.typeTopThree += Number(type);
  marks.issuerTopThree += Number(issuer);
  if (!first)
    console.log(
      `  ${how} ${name}: date ${answer.drawnUpOn}, read ${
        read.dates
          .slice(0, 3)
          .map((d) => `${d.day} (${d.reason})`)
          .join(', ') || 'none'
      }`,
    );
  if (!type) console.log(`  ${how} ${name}: type ${answer.docType}, read ${read.types.map(({ docType }) => docType).join(', ') || 'none'}`);
  if (!issuer) console.log(`  ${how} ${name}: issuer ${answer.issuer}, read ${read.issuers.map((i) => i.issuer).join(', ') || 'none'}`);
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const say = (how: string, m: Marks): void =>
  console.log(
    `${how}: ${m.papers} papers; date first ${percent(m.dateFirst, m.papers)}, among three ${percent(m.dateTopThree, m.papers)}; ` +
      `type ${percent(m.typeTopThree, m.papers)}; issuer ${percent(m.issuerTopThree, m.papers)}`,
  );

const reader = childReader();
const [text, scan] = [none(), none()];
const only = process.argv[2];
const papers = corpus(EACH).filter(({ name }) => !only || name.startsWith(only));
const waiting = [...papers];
const began = Date.now();
async function work(): Promise<void> {
  for (let paper = waiting.shift(); paper; paper = waiting.shift()) {
    const signal = new AbortController().signal;
    if (!paper.handwritten) {
      const plain = await reader.read({ bytes: paper.pdf, mediaType: 'application/pdf' }, () => undefined, signal);
      mark(text, paper, readPaper(plain.lines, RECEIVED_ON), 'text');
    }
    const seen = await reader.read(await aScan(paper), () => undefined, signal);
    mark(scan, paper, readPaper(seen.lines, RECEIVED_ON), 'scan');
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
say('PDFs with their text', text);
say('Scans', scan);
console.log(`${((Date.now() - began) / 1000).toFixed(0)} s, ${AT_ONCE} at once`);
const share = (key: keyof Marks): number => Number(((text[key] + scan[key]) / Math.max(1, text.papers + scan.papers)).toFixed(4));
console.log(
  JSON.stringify({
    papers: papers.length,
    dateFirst: share('dateFirst'),
    dateTopThree: share('dateTopThree'),
    typeTopThree: share('typeTopThree'),
    issuerTopThree: share('issuerTopThree'),
  }),
);
