import { clamdStandIn } from '@permanence/testing';
import { goodFiles, hostileFiles, isStopped, judged } from '@permanence/testing/uploads';
import { fileChecks, type FileChecks } from './file-checks.ts';

/** Every so many, so that each kind is met; `npm run check:uploads` sends them all, and the largest bombs too. */
const STEP = 4;

describe('a sample of the corpus', () => {
  let checks: FileChecks;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const antivirus = await clamdStandIn();
    stop = antivirus.stop;
    checks = fileChecks({ clamavUrl: antivirus.url });
  });
  afterAll(async () => {
    checks.close();
    await stop();
  });
  it('has eighty hostile files; each is refused, or taken without what made it hostile', async () => {
    const hostile = await hostileFiles({ heavy: false });
    expect(hostile.length).toBeGreaterThanOrEqual(80);
    const verdicts = await judged(
      checks,
      hostile.filter((_, i) => i % STEP === 0),
    );
    expect(verdicts.filter((verdict) => !isStopped(verdict))).toEqual([]);
  }, 120_000);
  it('has the good ones taken', async () => {
    const verdicts = await judged(
      checks,
      (await goodFiles({ heavy: false })).filter((_, i) => i % (2 * STEP) === 0),
    );
    expect(verdicts.length).toBeGreaterThanOrEqual(20);
    expect(verdicts.filter(({ refused }) => refused !== null)).toEqual([]);
  }, 120_000);
  it('tells a taken file that is still dangerous from one that is not', () => {
    expect(isStopped({ what: 'x', refused: null, left: ['/JavaScript in object 6'], seconds: 0 })).toBe(false);
    expect(isStopped({ what: 'x', refused: 'non', left: [], seconds: 0 })).toBe(true);
  });
});
