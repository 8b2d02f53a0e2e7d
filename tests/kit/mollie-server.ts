import { readFileSync } from 'node:fs';
import { describeApi } from '@inning/sdk/testing';
import { parse } from 'yaml';
import {
  type LoopbackServer,
  type PlayedAnswer,
  type SeenRequest,
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
  /** What payers allowed, each with the `customerId` it is of. */
  readonly mandates: Row[];
  /** Changes a payment, as when somebody paid; with a first payment the payer gives a mandate. */
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
  const mandates: Row[] = [];
  /** What was made with which key: the same key again makes nothing. */
  const made = new Map<string, PlayedAnswer>();
  let customers = 0;
  let given = 0;
  let failing: number | null = null;

  const server = await startLoopbackServer((seen) => {
    if (failing !== null) return json(failing, { status: failing, title: 'Failing' });
    const wrong = problemOf(api, seen);
    if (wrong) return wrong;
    const { method, path, body } = seen;
    const key = seen.headers['idempotency-key'];
    const act = method === 'POST' && key !== undefined ? `${path} ${String(key)}` : null;
    const known = act === null ? undefined : made.get(act);
    if (known) return known;
    const sent = body === '' ? {} : (JSON.parse(body) as object);
    const by = path.startsWith('/v2/customers') ? ofCustomer : answer;
    const answered = by({ method, path, sent });
    if (act !== null) made.set(act, answered);
    return answered;
  });

  function ofCustomer({ method, path, sent }: Asked): PlayedAnswer {
    if (method === 'POST') {
      customers += 1;
      return json(201, { ...sent, resource: 'customer', id: `cst_${customers}` });
    }
    const [, id, mandate] = /^\/v2\/customers\/([^/?]+)\/mandates\/?([^/?]*)/.exec(path) ?? [];
    if (method === 'DELETE') {
      const at = mandates.findIndex((one) => one['id'] === mandate && one['customerId'] === id);
      if (at === -1) return json(404, { status: 404, title: 'Not Found' });
      mandates.splice(at, 1);
      return { status: 204, body: '' };
    }
    const own = mandates.filter((one) => one['customerId'] === id).toReversed();
    return json(200, { count: own.length, _embedded: { mandates: own }, _links: {} });
  }

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
    const isCollected = 'sequenceType' in sent && sent.sequenceType === 'recurring';
    const where = isCollected
      ? { status: 'pending', _links: {} }
      : { status: 'open', _links: { checkout } };
    const payment = { ...sent, resource: 'payment', id, ...where };
    payments.set(id, payment);
    return json(201, payment);
  }

  return {
    server,
    loopback: server.as(HOST),
    payments,
    refunds,
    mandates,
    change(id, fields) {
      const payment: Row = { ...payments.get(id), ...fields, id };
      payments.set(id, payment);
      if (payment['sequenceType'] === 'first' && payment['status'] === 'paid') {
        given += 1;
        mandates.push(mandateOf(payment, given));
      }
    },
    fail: (status) => void (failing = status),
  };
}

/** What their own description holds against a request, or null. */
function problemOf(api: DescribedApi, seen: SeenRequest): PlayedAnswer | null {
  const { method, path, body } = seen;
  if (!/^Bearer (live|test)_\w+$/.test(seen.headers.authorization ?? '')) {
    return json(401, { status: 401, title: 'Unauthorized Request' });
  }
  const described = api.answer({
    method: method as 'GET',
    url: `https://${HOST}${path}`,
    headers: { 'content-type': seen.headers['content-type'] ?? '' },
    ...(body === '' ? {} : { body }),
  });
  if (!described) return json(404, { status: 404, title: 'Not Found' });
  const { problems } = described;
  return problems.length > 0 ? json(422, { status: 422, detail: problems.join('; ') }) : null;
}
type DescribedApi = ReturnType<typeof describeApi>;

type Asked = { readonly method: string; readonly path: string; readonly sent: object };

const json = (status: number, body: object): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/hal+json' },
  body: JSON.stringify(body),
});

const mandateOf = ({ customerId }: Row, number: number): Row => ({
  resource: 'mandate',
  id: `mdt_${number}`,
  customerId,
  status: 'valid',
  method: 'directdebit',
  signatureDate: '2026-03-02',
  details: { consumerName: 'S. de Vries', consumerAccount: 'NL91ABNA0417164300' },
});
