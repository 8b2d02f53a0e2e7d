import type { HttpAnswer, HttpRequest, PluginHttp } from '../../plugin-tools.ts';
import { HttpRefusedError, HttpUnavailableError } from '../../plugin-tools.ts';
import type { ApiDescription } from './api-description.ts';
import { type RecordedAnswer, answerRecorded } from './recorded-answers.ts';

/**
 * How the outside world fails. `lost`: the request arrived, and no answer came back. `garbage`: the
 * page of a proxy instead of an answer. `echo`: a refusal that repeats the secret it was sent.
 */
export type OutsideFault =
  'away' | 'busy' | 'too-many' | 'refuses' | 'unknown' | 'locked' | 'lost' | 'garbage' | 'echo';

/** Stands in every answer of the fault `echo`, as a credential would. */
export const CANARY = 'canary-7f3d9b-must-not-be-repeated';

export type FakeOutside = PluginHttp & {
  /** Every request that was made, in order, also those that were refused. */
  readonly requests: readonly HttpRequest[];
  /** Requests that the other side saw. */
  readonly arrived: readonly HttpRequest[];
  /** What was wrong with requests: an undeclared host, a field that the description does not allow. */
  readonly problems: readonly string[];
  /** From now on every request fails so; null is fair weather. */
  fail(fault: OutsideFault | null): void;
};

export type OutsideOptions = {
  /** Answers by hand; they go before those of the description. */
  readonly recorded?: readonly RecordedAnswer[];
  /** Answers made from OpenAPI descriptions, which also check the requests. */
  readonly apis?: readonly ApiDescription[];
  /** The hosts the plugin declares; left out, every host may be asked. */
  readonly hosts?: readonly string[];
};

/** An outside world that answers without a network. Nobody answers what it does not know. */
export function createFakeOutside(options: OutsideOptions = {}): FakeOutside {
  const requests: HttpRequest[] = [];
  const arrived: HttpRequest[] = [];
  const problems: string[] = [];
  let fault: OutsideFault | null = null;

  return {
    requests,
    arrived,
    problems,
    fail: (next) => void (fault = next),
    async request(request) {
      requests.push(request);
      const refusal = refusalOf(request, options.hosts);
      if (refusal !== null) {
        problems.push(refusal);
        throw new HttpRefusedError(refusal);
      }
      if (fault === 'away') throw new HttpUnavailableError('The connection was refused.');
      arrived.push(request);
      if (fault === 'lost') throw new HttpUnavailableError('The connection broke.');
      return fault === null ? answer(request, options, problems) : FAULTS[fault];
    },
  };
}

const json = (status: number, body: object): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const FAULTS: Readonly<Record<Exclude<OutsideFault, 'away' | 'lost'>, HttpAnswer>> = {
  busy: json(503, { error: { message: 'Service unavailable' } }),
  'too-many': json(429, { error: { message: 'Too many requests' } }),
  refuses: json(422, { error: { message: 'This cannot be done' } }),
  unknown: json(404, { error: { message: 'Not found' } }),
  locked: json(401, { error: { message: 'Not authorised' } }),
  echo: json(401, { error: { message: `Key ${CANARY} is not valid` } }),
  garbage: {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>Welcome to the proxy</body></html>',
  },
};

function answer(request: HttpRequest, options: OutsideOptions, problems: string[]): HttpAnswer {
  const recorded = answerRecorded(request, options.recorded ?? []);
  if (recorded) return recorded;
  for (const api of options.apis ?? []) {
    const found = api.answer(request);
    if (!found) continue;
    problems.push(...found.problems);
    return found.answer;
  }
  const asked = `${request.method ?? 'GET'} ${request.url}`;
  problems.push(`${asked}: nothing is known that answers this`);
  throw new HttpUnavailableError(`Nobody answers ${asked}.`);
}

function refusalOf(
  { url, bodyEncoding, method = 'GET' }: HttpRequest,
  hosts?: readonly string[],
): string | null {
  if (!URL.canParse(url)) return `${method} ${url}: not an address`;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return `${method} ${url}: only https:// may be asked`;
  if (bodyEncoding !== undefined && !['utf8', 'base64'].includes(bodyEncoding)) {
    return `${method} ${url}: a body is utf8 or base64`;
  }
  const isDeclared = hosts?.some((host) => isHost(host, hostname)) ?? true;
  return isDeclared ? null : `${method} ${url}: ${hostname} is not a host that the plugin declares`;
}

/** Whether a host falls under a declared one; `*.example.com` is every host below that one. */
export const isHost = (declared: string, host: string): boolean =>
  declared === host || (declared.startsWith('*.') && host.endsWith(declared.slice(1)));
