import { Type } from 'typebox';
import { Cents, Day, File, Moment, OneOf, OrNull, Text } from './answer-shapes.ts';
import type { PortAct } from './outside-checks.ts';
import { A_PDF_BASE64, A_RECIPIENT, A_SENDER } from './samples.ts';

const byId: PortAct['args'] = (_key, { providerId }) => [providerId];

export const MAIL_ACTS: readonly PortAct[] = [
  {
    method: 'send',
    acts: true,
    args: (key) => [
      {
        key,
        agencyId: 'a'.repeat(24),
        sentAt: new Date('2026-03-15T09:00:00Z'),
        messageId: `<${key}@deketting.example>`,
        from: { name: 'De Ketting', address: 'incasso@deketting.example' },
        to: { name: 'Jan Jansen', address: 'jan@example.nl' },
        subject: 'Herinnering',
        html: '<p>U heeft nog € 125,00 open staan.</p>',
        text: 'U heeft nog € 125,00 open staan.',
        attachments: [],
      },
    ],
    answer: Type.Object({ providerId: Text }),
  },
];

export const POST_ACTS: readonly PortAct[] = [
  {
    method: 'send',
    acts: true,
    args: (key) => [
      {
        key,
        from: A_SENDER,
        to: A_RECIPIENT,
        content: { pdfBase64: A_PDF_BASE64 },
        isColour: false,
        isDoubleSided: true,
        service: 'standard',
      },
    ],
    answer: Type.Object({ providerId: Text, costCents: OrNull(Cents) }),
  },
  {
    method: 'status',
    acts: false,
    after: 'send',
    args: byId,
    answer: Type.Object({
      state: OneOf('accepted', 'printed', 'posted', 'delivered', 'returned', 'cancelled', 'failed'),
      on: OrNull(Day),
      reason: OrNull(Text),
    }),
  },
  {
    method: 'proof',
    acts: false,
    after: 'send',
    args: byId,
    answer: OrNull(
      Type.Object({ postedOn: Day, trackingNumber: OrNull(Text), document: OrNull(File) }),
    ),
  },
  {
    method: 'cancel',
    acts: false,
    after: 'send',
    args: byId,
    answer: Type.Object({ isCancelled: Type.Boolean() }),
  },
];

export const VOICE_ACTS: readonly PortAct[] = [
  {
    method: 'call',
    acts: true,
    args: (key) => [
      {
        key,
        to: '+31612345678',
        from: '+31201234567',
        language: 'nl',
        speech: { text: 'Wij bellen over een rekening.' },
        acceptedKeys: ['1', '2'],
        mayLeaveVoicemail: false,
      },
    ],
    answer: Type.Object({ providerId: Text }),
  },
  {
    method: 'status',
    acts: false,
    after: 'call',
    args: byId,
    answer: Type.Object({
      state: OneOf('queued', 'under-way', 'answered', 'voicemail', 'busy', 'no-answer', 'failed'),
      endedAt: OrNull(Moment),
      seconds: OrNull(Type.Integer({ minimum: 0 })),
      pressedKey: OrNull(Text),
      reason: OrNull(Text),
    }),
  },
];

export const SMS_ACTS: readonly PortAct[] = [
  {
    method: 'send',
    acts: true,
    args: (key) => [
      { key, to: '+31612345678', from: 'DeKetting', text: 'Er staat nog € 125,00 open.' },
    ],
    answer: Type.Object({
      providerId: Text,
      parts: OrNull(Type.Integer({ minimum: 1 })),
      costCents: OrNull(Cents),
    }),
  },
  {
    method: 'status',
    acts: false,
    after: 'send',
    args: byId,
    answer: Type.Object({
      state: OneOf('accepted', 'sent', 'delivered', 'undelivered'),
      at: OrNull(Moment),
      reason: OrNull(Text),
    }),
  },
];
