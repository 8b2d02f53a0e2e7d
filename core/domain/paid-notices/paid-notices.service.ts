import type { PublishedEvent } from '@inning/sdk';
import type { Listener } from '../../events/index.ts';
import { createNotePaid } from './note-paid.ts';
import type { PaidNoticesDeps } from './paid-notices.deps.ts';
import { createTellPaid } from './tell-paid.ts';

export type PaidNoticeService = ReturnType<typeof createPaidNotices>;

/** Tells colleagues who want to hear it that an invoice is paid (PAY-05). */
export function createPaidNotices(deps: PaidNoticesDeps) {
  const note = createNotePaid(deps);
  const listener: Listener = {
    id: 'paid-notices',
    names: ['invoice.paid'],
    batchSize: 500,
    handle: (events) => note(events as readonly PublishedEvent<'invoice.paid'>[]),
  };
  return { tell: createTellPaid(deps), listener };
}
