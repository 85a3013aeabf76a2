import { childReader, readPaper } from '../src/index.ts';
import { isoDate } from '@permanence/rules';
import { aPaper, aScan, LAYOUTS } from '@permanence/testing';

const RECEIVED = isoDate('2026-11-21');
const reader = childReader();
const signal = new AbortController().signal;

/** A small part of `npm run check:readings`. */
describe('made papers', () => {
  it.each(['cafQuotient', 'zeroIncome', 'phoneBill', 'bankStatement'])(
    '%s, with its own text: day, kind and issuer come first',
    async (layout) => {
      expect(Object.keys(LAYOUTS)).toContain(layout);
      const { pdf, answer } = aPaper(layout, 0);
      const { lines } = await reader.read({ bytes: pdf, mediaType: 'application/pdf' }, () => undefined, signal);
      const read = readPaper(lines, RECEIVED);
      expect([read.dates[0]?.day, read.types[0]?.docType, read.issuers[0]?.issuer]).toEqual([
        answer.drawnUpOn,
        answer.docType,
        answer.issuer,
      ]);
    },
  );
  it('reads a crooked, grainy scan, and tells how far it is', async () => {
    const paper = aPaper('taxNotice', 1);
    const scan = await aScan(paper);
    const progress: number[] = [];
    const { lines } = await reader.read(scan, ({ percent }) => progress.push(percent), signal);
    expect(readPaper(lines, RECEIVED).dates[0]).toMatchObject({ day: paper.answer.drawnUpOn, page: 1 });
    expect(progress[0]).toBe(0);
    expect(progress.length).toBeGreaterThan(1);
  });
});
