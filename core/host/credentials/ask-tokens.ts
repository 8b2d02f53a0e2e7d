import { type HttpAnswer, type HttpRequest, invariant } from '@inning/sdk';
import type { AddedCredential, Outbound } from '../../outbound/index.ts';
import { away, isAway, type OAuthParty } from './oauth-party.ts';

export type TokenRequest = Omit<HttpRequest, 'credential'>;
/** What goes along to show who asks, by a name. */
export type Shown = Readonly<Record<string, AddedCredential>>;

/** Asks the other side for tokens. Throws HttpUnavailableError when it is away or too busy. */
export async function askTokens(
  { outbound, party }: { readonly outbound: Outbound; readonly party: OAuthParty },
  request: TokenRequest,
  shown: Shown,
): Promise<HttpAnswer> {
  const { pluginId, agencyId, hosts } = party;
  const answer = await outbound.request({
    pluginId,
    agencyId,
    hosts,
    request: { ...request, credential: Object.keys(shown) },
    addCredential: async (name) => {
      const one = shown[String(name)];
      invariant(one, 'what is shown has a name');
      return one;
    },
  });
  if (isAway(answer.status)) throw away(request.url);
  return answer;
}
