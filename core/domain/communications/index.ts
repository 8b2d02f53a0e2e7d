export { COMMUNICATION_STATES, type Communication, communications } from './communication.model.ts';
