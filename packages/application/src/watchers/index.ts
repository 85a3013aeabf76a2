export { findWatchers, getDossierWatchers, getWatchers } from './get-watchers.ts';
