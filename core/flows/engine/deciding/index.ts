export { createDecider, type DecideDeps } from './decide.ts';
