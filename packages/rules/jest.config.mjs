export { unit as default } from '../../packages/tooling/jest.preset.mjs';
