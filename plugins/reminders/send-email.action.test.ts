import { type Country, message, type NodePorts } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { sendEmailAction } from './send-email.action.ts';

type Letter = Parameters<NodePorts['mail']['send']>[0];
type Answer = Awaited<ReturnType<NodePorts['mail']['send']>>;

async function run({
  claim = aClaim({}),
  config = { template: 'first-reminder' },
  answer = { communicationId: 'c1' } as Answer,
}) {
  const sent: Letter[] = [];
  const send = async (letter: Letter) => {
    sent.push(letter);
    return answer;
  };
  const result = await sendEmailAction.run({
    config,
    claim,
    today: '2026-03-15',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: {} as Country,
    scope: aScope,
    ports: { mail: { send } },
    idempotencyKey: 'k',
    tools: fakeTools(),
  });
  return { result, sent };
}

describe('send e-mail', () => {
  it('sends the template to the address of the letter, in the language of the debtor', async () => {
    const { result, sent } = await run({});

    expect(sent).toEqual([{ template: 'first-reminder', to: 'jan@example.nl', language: 'nl' }]);
    expect(result).toMatchObject({
      outcome: 'sent',
      because: { code: 'reminders.sent', params: { overdueCents: 12_500 } },
    });
  });

  it('passes over what is less than its minimum, and sends exactly that', async () => {
    const config = { template: 'first-reminder', minimumCents: 12_500 };
    const less = await run({ config, claim: aClaim({ overdueCents: 12_499 }) });
    const exact = await run({ config });

    expect(less.result).toMatchObject({ outcome: 'skipped' });
    expect(less.sent).toEqual([]);
    expect(exact.result.outcome).toBe('sent');
  });

  it('cannot reach who has no address', async () => {
    const claim = aClaim({ debtor: { ...aClaim({}).debtor, email: null } });

    expect(await run({ claim })).toMatchObject({ result: { outcome: 'unreachable' }, sent: [] });
  });

  it('fails with the reason of the provider when that refuses', async () => {
    const refused = message('letter.refused-because', { problem: 'no such user' });

    expect((await run({ answer: { refused } })).result).toEqual({
      outcome: 'failed',
      because: refused,
    });
  });
});
