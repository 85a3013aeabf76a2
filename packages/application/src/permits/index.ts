export { addPermit, listPermits, removePermit, updatePermit } from './permits.ts';
