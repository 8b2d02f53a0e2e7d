import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LetterStatus, ProofOfPosting } from '@inning/sdk';
import { contractOf, describeApi, openInProcess, parseExamples } from '@inning/sdk/testing';
import { describeWithShared, sharedDir } from '../../../../tests/kit/shared.ts';
import { plugin } from './index.ts';

const DESCRIPTION = 'corpora/openapi/files/lob__lob-openapi/lob.letters-events.json';
const { samples, settings, outside } = parseExamples(
  readFileSync(new URL('../examples.json', import.meta.url), 'utf8'),
);
const own = { samples: samples ?? {}, settings: settings ?? {} };
const LETTER = 'https://api.lob.com/v1/letters/ltr_1';

describeWithShared('letters through Lob, as its own description says', DESCRIPTION, () => {
  const text = () => readFileSync(`${sharedDir()}${DESCRIPTION}`, 'utf8');
  const open = () => {
    const apis = [describeApi(JSON.parse(text()), 'https://api.lob.com/v1')];
    return openInProcess(plugin, 'post', { ...own, apis })();
  };

  for (const check of contractOf('post').checks) it(check.name, () => check.run(open));
});

describe('letters through Lob', () => {
  const open = (letter: object) =>
    openInProcess(plugin, 'post', { ...own, recorded: [{ url: LETTER, json: letter }] })();

  it('keep the contract with the answers of examples.json', async () => {
    const recorded = openInProcess(plugin, 'post', { ...own, recorded: outside?.recorded ?? [] });

    for (const check of contractOf('post').checks) await check.run(recorded);
  });

  it('are where the last event says, and proven from the day they were mailed', async () => {
    const events = [
      { name: 'Mailed', time: '2026-03-16T23:30:00Z' },
      { name: 'Re-Printed', time: '2026-03-17T00:00:00Z' },
      { name: 'Returned to Sender', time: '2026-03-20T10:00:00Z' },
    ];
    const bench = await open({ tracking_number: 'T1', tracking_events: events });

    const status = (await bench.call('status', 'ltr_1')) as LetterStatus;
    const proof = (await bench.call('proof', 'ltr_1')) as ProofOfPosting;

    expect(status).toEqual({ state: 'returned', on: '2026-03-20', reason: 'Returned to Sender' });
    expect(proof).toEqual({ postedOn: '2026-03-16', trackingNumber: 'T1', document: null });
  });

  it('are not proven before they were mailed', async () => {
    const bench = await open({ date_created: '2026-03-15T09:00:00Z', tracking_events: [] });

    expect(await bench.call('proof', 'ltr_1')).toBeNull();
    expect(await bench.call('status', 'ltr_1')).toMatchObject({ state: 'accepted' });
  });

  it('cannot be taken back when they were made: that is an answer, not an error', async () => {
    const error = { code: 'not_deletable', message: 'too late', status_code: 422 };
    const recorded = [{ method: 'DELETE', url: LETTER, status: 422, json: { error } }];
    const bench = await openInProcess(plugin, 'post', { ...own, recorded })();

    expect(await bench.call('cancel', 'ltr_1')).toEqual({ isCancelled: false });
  });
});
