export { integration as default } from '../../packages/tooling/jest.preset.mjs';
