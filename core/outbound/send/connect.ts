import { HttpRefusedError } from '@inning/sdk';
import type { LookupFunction } from 'node:net';
import { createSecureContext } from 'node:tls';
import { buildConnector } from 'undici';
import { isPublicAddress } from '../target/public-address.ts';
import type { ResolveHost } from '../target/resolve-host.ts';

/** A client certificate and its key, as PEM. */
export type ClientCertificate = {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string | undefined;
};

/** Hosts of tests that are served on this machine; nothing in the configuration leads to it. */
export type LoopbackHosts = {
  /** By name, with the port when it is not 443: the port on 127.0.0.1. */
  readonly ports: Readonly<Record<string, number>>;
  /** Who vouches for them, as PEM. */
  readonly ca: string;
};

export type ConnectDeps = {
  readonly resolve: ResolveHost;
  readonly loopback?: LoopbackHosts | undefined;
};

const CONNECT_MS = 10_000;
const LOOPBACK = '127.0.0.1';

/**
 * Makes connections to public addresses only. A name is looked up once per connection, by us, and the
 * very addresses that were checked are the ones that are connected to: a name server that answers
 * differently the second time is not asked a second time.
 */
export function createConnector(
  deps: ConnectDeps,
  certificate: ClientCertificate | null,
): buildConnector.connector {
  if (certificate) assertUsable(certificate);
  const tls = {
    allowH2: false,
    timeout: CONNECT_MS,
    lookup: publicLookup(deps.resolve),
    ...(certificate
      ? { cert: certificate.certificate, key: certificate.key, passphrase: certificate.passphrase }
      : {}),
  } as buildConnector.BuildOptions;
  const connect = buildConnector(tls);
  const { loopback } = deps;
  const connectHome = loopback && buildConnector({ ...tls, ca: loopback.ca, lookup: atHome });

  return (options, callback) => {
    const port = loopback?.ports[nameOf(options)];
    if (connectHome && port !== undefined) {
      connectHome({ ...options, port: String(port), servername: options.hostname }, callback);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      // Not needed when all of the above is right; a connection that should not be there ends here.
      if (socket.remoteAddress !== undefined && isPublicAddress(socket.remoteAddress)) {
        return callback(null, socket);
      }
      socket.destroy();
      return callback(privateAddress(options.hostname), null);
    });
  };
}

/** The library would say so in words that quote the key. */
function assertUsable({ certificate, key, passphrase }: ClientCertificate): void {
  try {
    createSecureContext({ cert: certificate, key, passphrase });
  } catch {
    throw new HttpRefusedError(
      'This request is not made: the certificate, its key and the passphrase do not fit together.',
    );
  }
}

const nameOf = ({ hostname, port }: buildConnector.Options) =>
  port === '' || port === '443' ? hostname : `${hostname}:${port}`;

/** One address inside is enough to refuse all: such an answer was made to be tried until it works. */
function publicLookup(resolve: ResolveHost): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        if (addresses.length === 0 || !addresses.every(isPublicAddress)) {
          return callback(privateAddress(name), '', 0);
        }
        const all = addresses.map((address) => ({ address, family: familyOf(address) }));
        const [first] = all;
        if (options.all || !first) return callback(null, all as never, 0);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

const atHome: LookupFunction = (_, options, callback) =>
  options.all
    ? callback(null, [{ address: LOOPBACK, family: 4 }] as never, 0)
    : callback(null, LOOPBACK, 4);

const familyOf = (address: string) => (address.includes(':') ? 6 : 4);

const privateAddress = (host: string) =>
  new HttpRefusedError(
    `This request is not made: the name ${host} leads to an address that is not on the public internet.`,
    { host },
  );
