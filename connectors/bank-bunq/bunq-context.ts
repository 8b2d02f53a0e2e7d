import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import {
  asFields,
  asText,
  ConnectorLockedOutError,
  ConnectorUnavailableError,
  type PluginState,
} from '@inning/sdk';
import { askBunq, type Asking, asNumber, type BunqAnswer } from './ask-bunq.ts';
import { type BunqContext, nameContext, openContext, sealContext } from './seal-context.ts';

export type BunqSession = {
  readonly userId: number;
  /** `/user/<id>` goes before the path. */
  ask(path: string): Promise<BunqAnswer>;
};
type Deps = { readonly asking: Asking; readonly state: PluginState; readonly apiKey: string };

const makeKeys = promisify(generateKeyPair);

/**
 * An open session. What is missing on the way is made: the installation, this server, the session.
 * Throws ConnectorLockedOutError when bunq does not take the key.
 */
export async function openSession(deps: Deps): Promise<BunqSession> {
  let context = await readContext(deps);
  context ??= await install(deps);
  let session = context.session ?? (await begin(deps, context));
  const its = context;

  const askWith = (path: string) =>
    askBunq(deps.asking, { path, token: session.token, serverKey: its.serverKey });
  return {
    userId: session.userId,
    async ask(path) {
      const whole = `/user/${session.userId}${path}`;
      try {
        return await askWith(whole);
      } catch (error) {
        // A session ends by itself after a week, or when the owner says so in the app.
        if (!(error instanceof ConnectorLockedOutError)) throw error;
        session = await begin(deps, its);
        return askWith(whole);
      }
    },
  };
}

async function readContext({ state, asking, apiKey }: Deps): Promise<BunqContext | null> {
  const sealed = await state.get(nameContext(asking.server, apiKey));
  return sealed === null ? null : openContext(sealed, apiKey);
}

async function keep({ state, asking, apiKey }: Deps, context: BunqContext): Promise<void> {
  await state.set(nameContext(asking.server, apiKey), sealContext(context, apiKey));
}

/** Our public key for theirs, and this server as one that may use the API key. */
async function install(deps: Deps): Promise<BunqContext> {
  const { privateKey, publicKey } = await makeKeys('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const json = { client_public_key: publicKey };
  const answer = await askBunq(deps.asking, { path: '/installation', json, serverKey: null });
  const installationToken = asText(find(answer, 'Token')['token']);
  const serverKey = asText(find(answer, 'ServerPublicKey')['server_public_key']);
  if (installationToken === null || serverKey === null) {
    throw new ConnectorUnavailableError('bunq gave an installation that cannot be read.');
  }
  const secret = deps.apiKey;
  await askBunq(deps.asking, {
    path: '/device-server',
    json: { description: 'Inning', secret },
    token: installationToken,
    privateKey,
    serverKey,
  });
  const context = { privateKey, serverKey, installationToken, session: null };
  await keep(deps, context);
  return context;
}

const USERS = ['UserCompany', 'UserPerson', 'UserApiKey', 'UserPaymentServiceProvider'];

async function begin(deps: Deps, context: BunqContext) {
  const { privateKey, serverKey, installationToken } = context;
  const answer = await askBunq(deps.asking, {
    path: '/session-server',
    json: { secret: deps.apiKey },
    token: installationToken,
    privateKey,
    serverKey,
  });
  const token = asText(find(answer, 'Token')['token']);
  const ids = USERS.map((kind) => asNumber(find(answer, kind)['id']));
  const userId = ids.find((id) => id !== null);
  if (token === null || userId === undefined) {
    throw new ConnectorUnavailableError('bunq gave a session that cannot be read.');
  }
  const session = { token, userId };
  await keep(deps, { ...context, session });
  return session;
}

/** "Object type indications": each object stands under the name of its kind. */
const find = ({ objects }: BunqAnswer, kind: string) =>
  asFields(objects.find((one) => kind in one)?.[kind]);
