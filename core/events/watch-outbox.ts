import type { PublishedEvent } from '@inning/sdk';
import type { ChangeStream, Document } from 'mongodb';
import type { Store } from '../store/index.ts';
import { eventOf } from './event-of.ts';
import { outbox, type OutboxRow } from './outbox.model.ts';

const REOPEN_AFTER_MS = 1_000;

export type OutboxWatch = { close(): Promise<void> };

/**
 * Hears of every event as soon as its transaction has committed, whichever process wrote it. Only a
 * quick way to know: what must not be missed is read from the outbox itself.
 */
export function watchOutbox(
  deps: { store: Store; log: { warn(details: object, text: string): void } },
  onEvent: (event: PublishedEvent) => void,
): OutboxWatch {
  let stream: ChangeStream | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const open = () => {
    stream = deps.store.connection
      .collection(outbox.name)
      .watch([{ $match: { operationType: 'insert' } }], { batchSize: 500 });
    stream.on('change', (change: Document) =>
      onEvent(eventOf(change['fullDocument'] as OutboxRow)),
    );
    stream.on('error', (error: unknown) => {
      stream?.close().catch(() => undefined);
      if (isClosed) return;
      deps.log.warn({ err: error }, 'the view of new events was lost; it is opened again');
      timer = setTimeout(open, REOPEN_AFTER_MS);
    });
  };

  open();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await stream?.close();
    },
  };
}
