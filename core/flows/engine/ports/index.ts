export { bufferedPorts, grant } from './buffered-ports.ts';
export { announcedBy, noteLetter } from './note-letter.ts';
export type { Wishes } from './wishes.ts';
