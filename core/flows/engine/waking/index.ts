export { createRunNote } from './note-run.ts';
export { createWaker } from './wake.ts';
