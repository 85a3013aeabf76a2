export { previewMessage } from './preview-message.ts';
