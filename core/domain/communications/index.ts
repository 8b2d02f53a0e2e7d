export { type Communication, COMMUNICATION_STATES, communications } from './communication.model.ts';
export { createSentDocuments, type KeptLetter, type LetterText } from './keep-sent.ts';
export { type SentDocument, sentDocuments } from './sent-document.model.ts';
