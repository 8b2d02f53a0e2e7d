import { readFileSync } from 'node:fs';
import { addDays, type Announcement } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { computeClaimable } from './compute-claimable.ts';

const sent = (rest: Partial<Announcement>): Announcement => ({
  debtorKind: 'consumer',
  dueOn: '2026-03-01',
  sentOn: '2026-11-02',
  channel: 'post',
  receivedOn: null,
  returnedOn: null,
  ...rest,
});

describeWithShared('the fourteen-day letter', 'law/fourteen-day-vectors.json', () => {
  type Vector = {
    sent_by_post?: string;
    received_proven?: string;
    presumed_delivered?: string;
    day_1: string;
    last_day_plain: string;
    last_day_with_termijnenwet: string;
    fee_due_from_safe: string;
  };
  const { vectors } = JSON.parse(
    readFileSync(`${sharedDir()}law/fourteen-day-vectors.json`, 'utf8'),
  ) as { vectors: Vector[] };

  it.each(
    vectors.map((one) => [one.sent_by_post ?? `received ${one.received_proven}`, one] as const),
  )('%s', (_name, vector) => {
    const announcement = vector.sent_by_post
      ? sent({ sentOn: vector.sent_by_post })
      : sent({
          channel: 'mail',
          sentOn: vector.received_proven ?? '',
          receivedOn: vector.received_proven ?? null,
        });
    const answer = computeClaimable(announcement);

    expect(answer).toMatchObject({
      deliveredOn: vector.presumed_delivered ?? vector.received_proven,
      lastDayOn: vector.last_day_with_termijnenwet,
      claimableOn: vector.fee_due_from_safe,
      refusal: null,
      remarks: [],
    });
    expect(addDays(answer.deliveredOn ?? '', 1)).toBe(vector.day_1);
    const plain = computeClaimable(announcement, { isExtended: false });
    expect(plain.lastDayOn).toBe(vector.last_day_plain);
  });
});

describe('costs are claimable', () => {
  it('after fourteen full days, counted in words', () => {
    const { steps } = computeClaimable(sent({ sentOn: '2026-11-05' }));
    expect(steps.map(({ en }) => en)).toEqual([
      'Sent by post on Thu 5 Nov 2026',
      expect.stringContaining('Presumed delivered on Sat 7 Nov 2026'),
      'Fourteen days, from Sun 8 Nov 2026 up to and including Sat 21 Nov 2026',
      expect.stringContaining('Extended up to and including Mon 23 Nov 2026'),
      'Costs claimable from Tue 24 Nov 2026',
    ]);
  });

  it('never when the letter came back, even if it seemed to have arrived', () => {
    const answer = computeClaimable(sent({ returnedOn: '2026-11-20', receivedOn: '2026-11-04' }));
    expect(answer).toMatchObject({ claimableOn: null, refusal: 'returned' });
  });

  it.each(['mail', 'portal', 'sms', 'phone'] as const)('by %s only with proof', (channel) => {
    expect(computeClaimable(sent({ channel }))).toMatchObject({
      claimableOn: null,
      refusal: 'receipt-unproven',
    });
    const proven = computeClaimable(sent({ channel, receivedOn: '2026-11-02' }));
    expect(proven.claimableOn).toBe('2026-11-17');
  });

  it('on a proven day also when the post was slower', () => {
    expect(computeClaimable(sent({ receivedOn: '2026-11-09' })).claimableOn).toBe('2026-11-24');
  });

  it('from a business on the day after it should have paid', () => {
    const answer = computeClaimable(sent({ debtorKind: 'business' }));
    expect(answer).toMatchObject({ claimableOn: '2026-03-02', refusal: null });
  });

  it('with a remark where days of the government are not known', () => {
    const codes = (sentOn: string) =>
      computeClaimable(sent({ sentOn })).remarks.map(({ code }) => code);
    expect(codes('2028-12-20')).toEqual(['DESIGNATED_DAYS_UNKNOWN']);
    expect(codes('2028-12-01')).toEqual([]);
  });

  it('not on days that cannot be', () => {
    expect(() => computeClaimable(sent({ receivedOn: '2026-11-01' }))).toThrow(
      'A letter of 2026-11-02 cannot have been received on 2026-11-01.',
    );
  });

  it('at least seventeen days after sending by post and at most four weeks, for thirty years', () => {
    for (let day = '2015-01-01'; day < '2045-01-01'; day = addDays(day, 1)) {
      const { claimableOn } = computeClaimable(sent({ sentOn: day }));
      expect(claimableOn! >= addDays(day, 17) && claimableOn! <= addDays(day, 28)).toBe(true);
    }
  });
});
