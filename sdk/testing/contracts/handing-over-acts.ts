import { Type } from 'typebox';
import { Cents, Day, File, OneOf, OrNull, Text } from './answer-shapes.ts';
import type { PortAct } from './outside-checks.ts';
import { A_DEBTOR, A_PDF } from './samples.ts';

export const BOOKKEEPING_IMPORT_ACTS: readonly PortAct[] = [
  {
    method: 'changes',
    acts: false,
    args: () => [{ cursor: null, limit: 100 }],
    answer: Type.Object({
      items: Type.Array(
        Type.Union([
          Type.Object({ invoice: Type.Object({ id: Text, number: Text, totalCents: Cents }) }),
          Type.Object({ debtor: Type.Object({ id: Text, name: Text }) }),
          Type.Object({
            payment: Type.Object({ id: Text, invoiceId: Text, paidOn: Day, amountCents: Cents }),
          }),
          Type.Object({ id: Text, refused: Type.Object({ code: Text, message: Text }) }),
        ]),
        { maxItems: 100 },
      ),
      cursor: Text,
      isLast: Type.Boolean(),
    }),
  },
  { method: 'document', acts: false, args: () => ['document-1'], answer: File },
];

export const CASE_HANDOVER_ACTS: readonly PortAct[] = [
  {
    method: 'handOver',
    acts: true,
    args: (key) => [
      {
        key,
        caseNumber: '2026-0042',
        creditor: { name: 'Bakkerij BV', companyNumber: '12345678', iban: 'NL91ABNA0417164300' },
        debtor: A_DEBTOR,
        currency: 'EUR',
        invoices: [
          {
            number: '2026-001',
            invoicedOn: '2026-02-01',
            dueOn: '2026-03-01',
            totalCents: 12_500,
            principalCents: 12_500,
            costsCents: 4_000,
            interestCents: 15,
            document: A_PDF,
          },
        ],
        letters: [{ ...A_PDF, sentOn: '2026-03-08' }],
        remarks: null,
      },
    ],
    answer: Type.Object({ providerId: Text, theirNumber: OrNull(Text) }),
  },
  {
    method: 'status',
    acts: false,
    after: 'handOver',
    args: (_key, { providerId }) => [providerId],
    answer: Type.Object({
      state: OneOf('received', 'under-way', 'refused', 'closed', 'withdrawn'),
      receivedCents: Cents,
      closedOn: OrNull(Day),
      reason: OrNull(Text),
    }),
  },
  {
    method: 'withdraw',
    acts: true,
    after: 'handOver',
    args: (key, { providerId }) => [{ key, providerId, reason: 'Betaald' }],
    answer: Type.Object({ isWithdrawn: Type.Boolean() }),
  },
];

export const REPORT_SINK_ACTS: readonly PortAct[] = [
  {
    method: 'write',
    acts: true,
    args: (key) => [
      {
        key,
        table: 'open-claims',
        columns: [
          { name: 'debtor', type: 'text' },
          { name: 'openCents', type: 'integer' },
          { name: 'isDisputed', type: 'boolean' },
          { name: 'dueOn', type: 'date' },
        ],
        keyColumns: ['debtor'],
        rows: [
          ['D1', 12_500, false, '2026-03-01'],
          ['D2', 900, true, null],
        ],
        madeAt: '2026-03-15T09:00:00.000Z',
      },
    ],
    answer: Type.Object({ rowCount: Type.Integer({ minimum: 0 }) }),
  },
];
