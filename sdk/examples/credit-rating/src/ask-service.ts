import {
  type Claim,
  ConnectorLockedOutError,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type HttpAnswer,
  type PluginHttp,
} from '@inning/sdk';

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';
/** Null: the service does not know the debtor. */
export type Rating = { readonly grade: Grade | null };

type Question = { readonly claim: Claim; readonly number: string; readonly key: string };

/** Asks once per key; no answer throws what `tools.http` throws, which is tried again. */
export async function askService(
  http: PluginHttp,
  { claim, number, key }: Question,
): Promise<Rating> {
  const { name, country, kind } = claim.debtor;
  const answer = await http.request({
    method: 'POST',
    url: 'https://api.credit.example/v1/ratings',
    credential: 'key',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      name,
      country,
      kind: kind === 'business' ? 'company' : 'person',
      amountCents: claim.openCents,
      reference: number,
    }),
  });
  refuseFailure(answer);
  return readRating(answer.body);
}

function refuseFailure({ status }: HttpAnswer): void {
  if (status >= 200 && status < 300) return;
  const details = { status };
  if (status === 401 || status === 403) {
    throw new ConnectorLockedOutError('The rating service does not accept the key.', details);
  }
  if (status === 429 || status >= 500) {
    throw new ConnectorUnavailableError(`The rating service answered ${status}.`, details);
  }
  throw new ConnectorRefusedError(`The rating service refused it with ${status}.`, details);
}

function readRating(body: string): Rating {
  const { known, grade } = parse(body);
  if (known === false) return { grade: null };
  if (known === true && typeof grade === 'string' && isGrade(grade)) return { grade };
  throw new ConnectorUnavailableError('The answer is not one of the rating service.');
}

function parse(body: string): { known?: unknown; grade?: unknown } {
  try {
    return (JSON.parse(body) ?? {}) as object;
  } catch {
    return {};
  }
}

const isGrade = (text: string): text is Grade => 'ABCDE'.includes(text) && text.length === 1;
