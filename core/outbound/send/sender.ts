import { DomainError, type HttpAnswer } from '@inning/sdk';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import { refuse, unavailable } from '../outbound.errors.ts';
import type { ReadRequest } from '../read-request.ts';
import { nameOf, readTarget, type Target } from '../target/read-target.ts';
import { createAgents } from './agents.ts';
import type { ClientCertificate, ConnectDeps } from './connect.ts';
import { hideSecrets, hideSecretsInText } from './hide-secrets.ts';
import { answerHeaders, readAnswerBody } from './read-answer.ts';

/** What the host adds for a credential, and to nobody but the host that is asked first. */
export type AddedCredential = {
  readonly headers: Readonly<Record<string, string>>;
  readonly certificate: ClientCertificate | null;
  /** What an answer may not repeat. */
  readonly secrets: readonly string[];
  /** Signs what is sent, at the moment of sending. */
  readonly signer?: RequestSigner;
};
export type RequestSigner = {
  /** The headers that it makes, in lower case. */
  readonly names: readonly string[];
  sign(request: SignableRequest): Readonly<Record<string, string>>;
};
export type SignableRequest = {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

export type Sending = {
  /** Whose connections may be used. */
  readonly owner: string;
  readonly target: Target;
  readonly request: ReadRequest;
  readonly added: AddedCredential | null;
  /** Whether the plugin may speak to a host that an answer leads to. */
  readonly mayReach: (target: Target) => boolean;
  readonly signal: AbortSignal;
};
export type Sent = { readonly answer: HttpAnswer; readonly target: Target };
export type Sender = { send(sending: Sending): Promise<Sent>; close(): Promise<void> };

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Dropped with the credential: what a plugin itself sends to prove who it is. */
const PERSONAL_HEADERS = new Set(['authorization', 'cookie']);

type Hop = Pick<ReadRequest, 'method' | 'headers' | 'body'> & {
  readonly target: Target;
  readonly added: AddedCredential | null;
};

export function createSender(deps: ConnectDeps): Sender {
  const agents = createAgents(deps);

  async function ask({ target, method, headers, body, added }: Hop, sending: Sending) {
    const host = nameOf(target);
    try {
      const all = { ...headers, ...added?.headers };
      const signed = added?.signer?.sign({ method, url: target.url, headers: all, body });
      const response = await request(target.url, {
        dispatcher: agents.for(sending.owner, added?.certificate ?? null),
        method,
        headers: { ...all, ...signed, 'accept-encoding': 'identity' },
        body,
        signal: sending.signal,
      });
      const about = { host, headers: response.headers };
      const bytes = await readAnswerBody(response.body, about);
      return { status: response.statusCode, headers: response.headers, bytes };
    } catch (error) {
      throw error instanceof DomainError ? error : unavailable(host, error);
    }
  }

  return {
    async send(sending) {
      const { target, request: first, added } = sending;
      let hop: Hop = { ...first, target, added };
      for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
        const got = await ask(hop, sending);
        const next = nextHop(hop, got, sending);
        if (next === null) return { answer: answerOf(got, sending), target: hop.target };
        hop = next;
      }
      return refuse(`${nameOf(target)} sends it on more than ${MOST_REDIRECTS} times`);
    },
    close: agents.close,
  };
}

type Got = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
};

/** Null when this is the answer itself. A redirect is a new request, and checked as one. */
function nextHop(hop: Hop, { status, headers }: Got, { mayReach }: Sending): Hop | null {
  const { location } = headers;
  if (!REDIRECTS.has(status) || location === undefined || location === '') return null;
  const target = readTarget(follow(location, hop.target.url));
  if (!mayReach(target)) {
    refuse(`the answer leads to ${nameOf(target)}, which the plugin may not speak to`);
  }
  const isSameHost = nameOf(target) === nameOf(hop.target);
  const { method, body } = methodAfter(status, hop);
  const kept = Object.entries(hop.headers).filter(
    ([name]) =>
      (isSameHost || !PERSONAL_HEADERS.has(name)) &&
      (body !== null || !name.startsWith('content-')),
  );
  const added = isSameHost ? hop.added : null;
  return { target, method, body, headers: Object.fromEntries(kept), added };
}

/** As written when it is a whole address, so that it is checked as written. */
function follow(location: string, from: URL): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location;
  if (location.startsWith('//')) return `https:${location}`;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

/** As browsers do (Fetch standard, HTTP-redirect fetch): a POST becomes a GET, save with 307 and 308. */
function methodAfter(status: number, { method, body }: Hop): Pick<Hop, 'method' | 'body'> {
  const becomesGet =
    (status === 303 && method !== 'HEAD') ||
    ((status === 301 || status === 302) && method === 'POST');
  return becomesGet ? { method: 'GET', body: null } : { method, body };
}

function answerOf({ status, headers, bytes }: Got, { request: asked, added }: Sending): HttpAnswer {
  const secrets = added?.secrets ?? [];
  const shown = Object.entries(answerHeaders(headers)).map(([name, value]) => [
    name,
    hideSecretsInText(value, secrets),
  ]);
  return {
    status,
    headers: Object.fromEntries(shown),
    body: hideSecrets(bytes, secrets).toString(asked.answerEncoding),
  };
}
