export { findWatchers, getWatchers } from './get-watchers.ts';
