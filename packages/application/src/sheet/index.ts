export { deadlineSheet } from './deadline-sheet.ts';
