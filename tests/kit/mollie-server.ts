import { readFileSync } from 'node:fs';
import { describeApi } from '@inning/sdk/testing';
import { parse } from 'yaml';
import {
  type LoopbackServer,
  type PlayedAnswer,
  startLoopbackServer,
} from '../../core/outbound/testing/loopback-server.ts';
import { sharedDir } from './shared.ts';

export const MOLLIE_DESCRIPTION = 'corpora/openapi/files/mollie__openapi/specs.yaml';
const HOST = 'api.mollie.com';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export type MollieServer = {
  readonly server: LoopbackServer;
  /** For `createOutbound`: requests to Mollie arrive here. */
  readonly loopback: ReturnType<LoopbackServer['as']>;
  readonly payments: Map<string, Row>;
  readonly refunds: Row[];
  /** Changes a payment, as when somebody paid. */
  change(id: string, fields: object): void;
  /** The next requests fail so. */
  fail(status: number | null): void;
};

/**
 * Mollie on this machine: every request is held against Mollie's own description, and what was made
 * before is remembered.
 */
export async function startMollie(): Promise<MollieServer> {
  const text = readFileSync(sharedDir() + MOLLIE_DESCRIPTION, 'utf8');
  const api = describeApi(parse(text), `https://${HOST}`);
  const payments = new Map<string, Row>();
  const refunds: Row[] = [];
  let failing: number | null = null;

  const server = await startLoopbackServer((seen) => {
    if (failing !== null) return json(failing, { status: failing, title: 'Failing' });
    if (!/^Bearer (live|test)_\w+$/.test(seen.headers.authorization ?? '')) {
      return json(401, { status: 401, title: 'Unauthorized Request' });
    }
    const { method, path, body } = seen;
    const headers = { 'content-type': seen.headers['content-type'] ?? '' };
    const described = api.answer({
      method: method as 'GET',
      url: `https://${HOST}${path}`,
      headers,
      ...(body === '' ? {} : { body }),
    });
    if (!described) return json(404, { status: 404, title: 'Not Found' });
    if (described.problems.length > 0) {
      return json(422, { status: 422, detail: described.problems.join('; ') });
    }
    return answer({ method, path, sent: body === '' ? {} : (JSON.parse(body) as object) });
  });

  function answer({ method, path, sent }: Asked): PlayedAnswer {
    const [, id = '', more] = /^\/v2\/payments\/?([^/?]*)(\/refunds)?/.exec(path) ?? [];
    if (method === 'POST' && id === '') return make(sent);
    const payment = payments.get(id);
    if (!payment) return json(404, { status: 404, title: 'Not Found' });
    if (!more) return json(200, payment);
    const own = refunds.filter((one) => one['paymentId'] === id);
    if (method === 'GET') return json(200, { _embedded: { refunds: own }, _links: {} });
    const refund = { id: `re_${refunds.length + 1}`, paymentId: id, status: 'pending', ...sent };
    refunds.push(refund);
    return json(201, refund);
  }

  function make(sent: object): PlayedAnswer {
    const id = `tr_${payments.size + 1}`;
    const checkout = { href: `https://www.mollie.com/checkout/${id}`, type: 'text/html' };
    const payment = { ...sent, resource: 'payment', id, status: 'open', _links: { checkout } };
    payments.set(id, payment);
    return json(201, payment);
  }

  return {
    server,
    loopback: server.as(HOST),
    payments,
    refunds,
    change: (id, fields) => void payments.set(id, { ...payments.get(id), ...fields, id }),
    fail: (status) => void (failing = status),
  };
}

type Asked = { readonly method: string; readonly path: string; readonly sent: object };

const json = (status: number, body: object): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/hal+json' },
  body: JSON.stringify(body),
});
