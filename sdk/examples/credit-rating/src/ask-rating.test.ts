import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  aNodeContext,
  createFakeOutside,
  describeApi,
  fakeTools,
  parseExamples,
  runAction,
} from '@inning/sdk/testing';
import { askRatingAction } from './ask-rating.action.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const service = () => describeApi(JSON.parse(read('service.openapi.json')));
const examples = parseExamples(read('examples.json')).nodes ?? [];

describe('asking for a credit rating', () => {
  it.each(examples.map((example) => [example.name, example] as const))(
    'goes the right way for %s',
    async (_name, { recorded = [], claim, outcome }) => {
      const outside = createFakeOutside({ recorded, apis: [service()] });

      const run = await runAction(askRatingAction, {
        config: { keepDays: 90 },
        ...(claim && { claim }),
        tools: { outside },
      });

      expect(run.outcome).toBe(outcome);
      expect(outside.problems).toEqual([]);
    },
  );

  it('asks once as long as the rating is good, and again afterwards', async () => {
    const outside = createFakeOutside({ apis: [service()] });
    const tools = fakeTools({ outside });
    const ask = (today: string) =>
      askRatingAction.run({
        ...aNodeContext({ config: { keepDays: 90 }, today }),
        ports: {},
        idempotencyKey: today,
        tools,
      });

    await ask('2026-03-15');
    await ask('2026-04-01');
    expect(outside.arrived).toHaveLength(1);

    await ask('2026-08-01');
    expect(outside.arrived).toHaveLength(2);
  });

  it.each([
    ['busy', 'CONNECTOR_UNAVAILABLE'],
    ['locked', 'CONNECTOR_LOCKED_OUT'],
    ['refuses', 'CONNECTOR_REFUSED'],
    ['garbage', 'CONNECTOR_UNAVAILABLE'],
    ['lost', 'HTTP_UNAVAILABLE'],
  ] as const)('says what is wrong when the service is %s', async (fault, code) => {
    const outside = createFakeOutside({ apis: [service()] });
    outside.fail(fault);

    const run = runAction(askRatingAction, { config: { keepDays: 0 }, tools: { outside } });

    await expect(run).rejects.toMatchObject({ code });
  });
});
