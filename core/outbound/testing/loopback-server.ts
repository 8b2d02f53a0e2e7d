import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { LoopbackHosts } from '../send/connect.ts';
import { TEST_CA, TEST_HOST_CERTIFICATE, TEST_HOST_KEY } from './certificates.ts';

/** A request as the other side of a test saw it. */
export type SeenRequest = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The name in the client's certificate. */
  readonly clientName: string | null;
};
export type PlayedAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
};
/** Answers itself when it returns nothing. */
export type Play = (
  request: SeenRequest,
  response: ServerResponse,
) => PlayedAnswer | undefined | Promise<PlayedAnswer | undefined>;

export type LoopbackServer = {
  readonly port: number;
  readonly requests: SeenRequest[];
  /** Lets these names (with a port when it is not 443) lead to this server. */
  as(...names: string[]): LoopbackHosts;
  close(): Promise<void>;
};

/** Plays a part of the internet on this machine, over TLS. */
export async function startLoopbackServer(play: Play): Promise<LoopbackServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(tlsOfTests, (incoming, response) => {
    void readRequest(incoming).then(async (seen) => {
      requests.push(seen);
      const answer = await play(seen, response);
      if (!answer) return;
      response.writeHead(answer.status ?? 200, answer.headers as never);
      response.end(answer.body ?? '');
    });
  });
  const port = await listen(server);
  return {
    port,
    requests,
    as: (...names) => ({
      ports: Object.fromEntries(names.map((name) => [name, port])),
      ca: TEST_CA,
    }),
    close: () => stop(server),
  };
}

/** What a TLS server of a test listens with; a client may show a certificate of ours. */
export const tlsOfTests = {
  cert: TEST_HOST_CERTIFICATE,
  key: TEST_HOST_KEY,
  ca: TEST_CA,
  requestCert: true,
  rejectUnauthorized: false,
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const socket = incoming.socket as TLSSocket;
  const { subject } = socket.authorized ? socket.getPeerCertificate() : {};
  return {
    method: incoming.method ?? '',
    host: incoming.headers.host ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString(),
    clientName: typeof subject?.CN === 'string' ? subject.CN : null,
  };
}
