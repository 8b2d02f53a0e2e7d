import { describe, expect, it } from 'vitest';
import { PORT_NAMES } from '@inning/sdk';
import {
  contractOf,
  createFakeOutside,
  createMovableClock,
  describeApi,
  type PortBench,
} from '@inning/sdk/testing';
import { readFileSync } from 'node:fs';
import { describeWithShared, sharedDir } from '../kit/shared.ts';

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A text message connector that is wrong in one way. */
const benchOf = (make: (bench: Pick<PortBench, 'outside'>) => Methods, isIdempotent = true) => {
  return async (): Promise<PortBench> => {
    const outside = createFakeOutside({
      recorded: [{ method: 'POST', url: 'https://sms.example/send', json: { id: 'm1' } }],
    });
    const methods = make({ outside });
    const call = async (method: string, ...args: readonly unknown[]) =>
      methods[method]?.(...(args as never[]));
    return { isIdempotent, outside, files: [], call };
  };
};

async function brokenNames(open: () => Promise<PortBench>): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of contractOf('sms').checks) {
    if (!name.startsWith('send ')) continue;
    await run(open).catch(() => broken.push(name));
  }
  return broken;
}

describe('contract suites', () => {
  it('are there for every port', () => {
    const counts = PORT_NAMES.map((port) => contractOf(port).checks.length);

    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('find a connector that ignores the key and swallows every failure', async () => {
    const open = benchOf(({ outside }) => ({
      async send() {
        await outside.request({ method: 'POST', url: 'https://sms.example/send', body: 'x' });
        return { providerId: 'm1', parts: null, costCents: null };
      },
    }));

    expect(await brokenNames(open)).toEqual([
      'send does not act twice with one key',
      'send can be tried again when the other side is busy (503)',
      'send can be tried again when it asked too often (429)',
      'send is refused for good when the other side says so (422)',
      'send asks for a person when the other side does not let it in (401)',
      'send does not pretend to know what happened when no answer came',
      'send does not take the page of a proxy for an answer',
    ]);
  });

  it('find an answer that is not what the port promises', async () => {
    const open = benchOf(() => ({ send: () => ({ id: 'm1' }) }));

    expect(await brokenNames(open)).toContain('send answers what the port promises');
  });
});

const LOB = 'corpora/openapi/files/lob__lob-openapi/lob.letters-events.json';
describeWithShared('a service played from its description', LOB, () => {
  const api = describeApi(
    JSON.parse(readFileSync(sharedDir() + LOB, 'utf8')),
    'https://api.lob.com/v1',
  );

  it('answers with the example that it describes', () => {
    const found = api.answer({ url: 'https://api.lob.com/v1/letters/ltr_1' });

    expect(found?.problems).toEqual([]);
    expect(JSON.parse(found?.answer.body ?? '')).toMatchObject({ carrier: 'USPS' });
  });

  it('refuses what it does not describe, and names the field', () => {
    const sent = (body: object) =>
      api.answer({
        method: 'POST',
        url: 'https://api.lob.com/v1/letters',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });

    expect(sent({ to: 'adr_1' })?.problems.join()).toContain('from, file, color, use_type');
    expect(sent({ to: 'adr_1' })?.answer.status).toBe(422);
    expect(api.answer({ url: 'https://api.lob.com/v1/unknown' })).toBeNull();
    expect(api.answer({ url: 'https://elsewhere.example/v1/letters' })).toBeNull();
  });
});

describe('a movable clock', () => {
  it('stands still until it is moved', () => {
    const clock = createMovableClock('2026-03-15');
    clock.moveDays(2);

    expect(clock.now().toISOString()).toBe('2026-03-17T09:00:00.000Z');
    clock.moveTo('2027-01-01');
    expect(clock.now().toISOString()).toBe('2027-01-01T09:00:00.000Z');
  });
});
