export { answerFormHtml, answeredHtml, answerOverHtml } from './answer-html.ts';
export { answerMessage, readAnswerPage, type AnswerPage } from './answer-message.ts';
export { resumeContact } from './resume-contact.ts';
