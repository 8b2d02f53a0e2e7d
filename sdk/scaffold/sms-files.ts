import { connectorIndex } from './connector-index.ts';
import type { ScaffoldFile } from './scaffold-file.ts';

/** A complete connector, for text messages over some provider's API. */
export const smsFiles = (id: string): ScaffoldFile[] => [
  { path: 'src/index.ts', text: connectorIndex(id, 'sms', 'createSms') },
  { path: 'src/sms.port.ts', text: PORT },
  { path: 'src/ask-provider.ts', text: ASK },
  { path: 'src/sms.test.ts', text: TEST },
  { path: 'examples.json', text: EXAMPLES },
];

const PORT = `import {
  type PluginTools,
  ConnectorAmbiguousError,
  type SmsPort,
  type SmsStatus,
} from '@inning/sdk';
import { askProvider } from './ask-provider.ts';

/** The provider's words for what became of a message, in ours. */
const STATES: Readonly<Record<string, SmsStatus['state']>> = {
  queued: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'undelivered',
};

export function createSms({ http }: PluginTools): SmsPort {
  return {
    // The provider takes our key, and with the same key it never sends twice.
    isIdempotent: true,
    concurrency: 10,

    async send({ key, to, from, text }) {
      const answer = await askProvider(http, {
        method: 'POST',
        path: '/messages',
        key,
        body: { to, from, text },
      });
      if (typeof answer['id'] !== 'string') {
        throw new ConnectorAmbiguousError('The provider answered without an id.');
      }
      const parts = typeof answer['parts'] === 'number' ? answer['parts'] : null;
      return { providerId: answer['id'], parts, costCents: null };
    },

    async status(providerId) {
      const path = \`/messages/\${encodeURIComponent(providerId)}\`;
      const answer = await askProvider(http, { method: 'GET', path });
      return { state: STATES[String(answer['status'])] ?? 'accepted', at: null, reason: null };
    },
  };
}
`;

const ASK = `import {
  ConnectorAmbiguousError,
  ConnectorLockedOutError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type HttpAnswer,
  type PluginHttp,
} from '@inning/sdk';

const API = 'https://api.provider.example/v1';

type Question = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly key?: string;
  readonly body?: object;
};
type Fields = Readonly<Record<string, unknown>>;

/** Asks the provider, and turns everything that can go wrong into the four errors of a connector. */
export async function askProvider(http: PluginHttp, question: Question): Promise<Fields> {
  const { method, path, key, body } = question;
  const isActing = method !== 'GET';
  let answer: HttpAnswer;
  try {
    answer = await http.request({
      method,
      url: API + path,
      credential: 'key', // The host adds the key itself; the plugin never sees it.
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'HTTP_UNAVAILABLE') throw error;
    throw isActing
      ? new ConnectorAmbiguousError('No answer came; the message may have been sent.')
      : new ConnectorUnavailableError('No answer came.');
  }
  return readAnswer(answer, isActing);
}

function readAnswer({ status, body }: HttpAnswer, isActing: boolean): Fields {
  // Never put the body into an error: some services repeat the key they were sent.
  if (status === 401 || status === 403) throw new ConnectorLockedOutError('The key is not accepted.');
  if (status === 429 || status >= 500) {
    throw new ConnectorUnavailableError(\`The provider answered \${status}.\`);
  }
  if (status >= 400) throw new ConnectorRefusedError(\`The provider refused it with \${status}.\`);
  try {
    return JSON.parse(body) as Fields;
  } catch {
    throw isActing
      ? new ConnectorAmbiguousError('The answer cannot be read; the message may have been sent.')
      : new ConnectorUnavailableError('The answer cannot be read.');
  }
}
`;

const TEST = `import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contractOf, openInProcess, parseExamples } from '@inning/sdk/testing';
import { plugin } from './index.ts';

const examples = parseExamples(readFileSync(new URL('../examples.json', import.meta.url), 'utf8'));
const open = openInProcess(plugin, 'sms', { recorded: examples.outside?.recorded ?? [] });

for (const check of contractOf('sms').checks) test(check.name, () => check.run(open));

test('the key goes to the provider, and nowhere else', async () => {
  const bench = await open();
  await bench.call('send', { key: 'k1', to: '+31612345678', from: 'Test', text: 'Hallo' });

  assert.deepEqual(
    bench.outside.arrived.map(({ url, credential }) => [new URL(url).hostname, credential]),
    [['api.provider.example', 'key']],
  );
});
`;

const EXAMPLES = `{
  "outside": {
    "recorded": [
      {
        "method": "POST",
        "url": "https://api.provider.example/v1/messages",
        "status": 201,
        "json": { "id": "msg-1", "parts": 1, "status": "queued" }
      },
      {
        "url": "https://api.provider.example/v1/messages/*",
        "json": { "id": "msg-1", "status": "delivered" }
      }
    ]
  }
}
`;
