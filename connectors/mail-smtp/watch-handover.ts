import { PassThrough, Readable } from 'node:stream';

/** Whether a server may hold the whole mail: from then on a lost connection proves nothing. */
export type Handover = { isComplete: boolean };

/**
 * Passes a mail on to the connection and notes when its last byte has gone. The mark is set before
 * the closing dot can be written, so `isComplete` is never false for a mail that a server could have
 * taken. A second try after that is refused: the pool must not send it once more.
 */
export function watchHandover(mail: Readable, handover: Handover): Readable {
  if (handover.isComplete) return broken('the mail was handed over before');
  const watched = new PassThrough();
  watched.once('end', () => {
    handover.isComplete = true;
  });
  mail.once('error', (error) => watched.destroy(error));
  return mail.pipe(watched);
}

function broken(reason: string): Readable {
  return new Readable({
    read() {
      this.destroy(new Error(reason));
    },
  });
}
