export { askBundle, cancelBundle, getBundle, listBundles } from './ask-bundle.ts';
export { buildBundle, type Built } from './build-bundle.ts';
export { openBundle, type OpenedBundle } from './open-bundle.ts';
export { planBundle } from './plan-bundle.ts';
export { sweepBundles } from './sweep-bundles.ts';
