export { answerFacts } from './answer-facts.ts';
export { addChild, removeChild, renameChild } from './children.ts';
export { getInterview } from './interview.ts';
export { getFactHistory, getFacts } from './read-facts.ts';
export { assembleFacts, toFacts } from './to-facts.ts';
