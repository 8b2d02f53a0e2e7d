export { type Communication, COMMUNICATION_STATES, communications } from './communication.model.ts';
export type { CommunicationsDeps } from './communications.deps.ts';
export { createSentDocuments, type KeptLetter, type LetterText } from './keep-sent.ts';
export { type SentDocument, sentDocuments } from './sent-document.model.ts';
export * from './communications.errors.ts';
export { communicationRoutes, type CommunicationRoutesDeps } from './communications.routes.ts';
export {
  type CommunicationQuery,
  type CommunicationService,
  createCommunicationService,
  type Resolution,
} from './communications.service.ts';
export type { LetterReturn, ReturnUndone } from './returned-letters.ts';
export { createPublicLetters, type LetterOfToday } from './public-letter.ts';
