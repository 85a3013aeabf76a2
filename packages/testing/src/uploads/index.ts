export { plainHeic } from './heic.ts';
export { asPrinted, goodFiles } from './good.ts';
export { hostileFiles } from './hostile.ts';
export { isStopped, judged, type Verdict } from './run-corpus.ts';
export { EICAR, sample, type Sample } from './sample.ts';
