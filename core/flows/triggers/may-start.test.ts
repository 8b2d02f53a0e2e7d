import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../domain/invoices/index.ts';
import { newId } from '../../store/index.ts';
import { mayStart, type PastFlow } from './may-start.ts';

const ZONE = 'Europe/Amsterdam';
const overdue = (dueOn: string) => ({ _id: newId(), dueOn }) as unknown as Invoice;
const past = (more: Partial<PastFlow>): PastFlow => ({
  invoiceId: null,
  isLive: false,
  endedAs: 'stopped',
  endedAt: new Date('2026-03-20T23:30:00Z'), // 21 March in the Netherlands.
  ...more,
});

describe('the invoices for which a flow may start', () => {
  const early = overdue('2026-03-01');
  const late = overdue('2026-03-21');

  it('are all of them when nothing walked yet, or what walked was paid', () => {
    expect(mayStart([early, late], [], ZONE)).toEqual([early, late]);
    expect(mayStart([early, late], [past({ endedAs: 'paid' })], ZONE)).toEqual([early, late]);
  });

  it('are none beside a live flow of the debtor', () => {
    const live = past({ isLive: true, endedAs: null, endedAt: null });

    expect(mayStart([early, late], [live], ZONE)).toEqual([]);
  });

  it.each(['stopped', 'finished', 'flow-switched'])(
    'are those that came due after a flow that was %s, by the day there',
    (endedAs) => {
      expect(mayStart([early, late], [past({ endedAs })], ZONE)).toEqual([late]);
      expect(mayStart([early, late], [past({ endedAs })], 'UTC')).toEqual([late]);
      const nextDay = overdue('2026-03-20');
      expect(mayStart([nextDay], [past({ endedAs })], 'UTC')).toEqual([nextDay]);
      expect(mayStart([nextDay], [past({ endedAs })], ZONE)).toEqual([]);
    },
  );

  it('are the others where a flow treats one invoice', () => {
    const live = past({ invoiceId: early._id, isLive: true, endedAs: null, endedAt: null });
    const ended = past({ invoiceId: early._id });

    expect(mayStart([early, late], [live], ZONE)).toEqual([late]);
    expect(mayStart([early, late], [ended], ZONE)).toEqual([late]);
  });
});
