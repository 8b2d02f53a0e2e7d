import { invariant, READERS, type RequestUser } from '@inning/sdk';
import websocket, { type WebSocket } from '@fastify/websocket';
import fp from 'fastify-plugin';
import type { SessionsService } from '../../domain/users/index.ts';
import type { LiveEvent, LiveFeed } from '../live-feed.ts';
import { mayHear } from './may-hear.ts';

type Options = { readonly liveFeed: LiveFeed; readonly sessions: SessionsService };

/** A client only listens; anything longer than this closes the line. */
const MAX_PAYLOAD_BYTES = 1_024;
const HEARTBEAT_MS = 25_000;
/** A screen that takes nothing in any more is hung up on, rather than kept in memory. */
const MAX_WAITING_BYTES = 1_000_000;
const SIGNED_OUT = 4401;
const TOO_SLOW = 4408;

/** Lets routes be WebSockets; must come before all routes. */
export const webSockets = fp(
  async (app) => {
    await app.register(websocket, { options: { maxPayload: MAX_PAYLOAD_BYTES } });
  },
  { name: 'web-sockets', fastify: '5.x' },
);

/** Pushes what happens to flows, tasks, communications and money to screens that may see it. */
export const liveRoutes = fp<Options>(
  async (app, { liveFeed, sessions }) => {
    app.get(
      '/api/live',
      { websocket: true, config: { access: { roles: READERS } } },
      (socket, request) => {
        invariant(request.session, 'the access rule lets only people in');
        const { token, user } = request.session;
        const stopHearing = liveFeed.subscribe((event) => pass(socket, user, event));
        const stopHeartbeat = keepAlive(socket, () => isStillOpen(sessions, token, user));
        socket.on('close', () => {
          stopHearing();
          stopHeartbeat();
        });
      },
    );
  },
  { name: 'live-routes', dependencies: ['web-sockets', 'access-rules', 'forged-requests'] },
);

function pass(socket: WebSocket, user: RequestUser, event: LiveEvent): void {
  if (socket.readyState !== socket.OPEN || !mayHear(user, event.place)) return;
  if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.close(TOO_SLOW, 'too slow');
  const { name, place, data, at } = event;
  socket.send(JSON.stringify({ name, place, data, at: at.toISOString() }));
}

/** Hangs up when the other side no longer answers, or its person signed out meanwhile. */
function keepAlive(socket: WebSocket, isWelcome: () => Promise<boolean>): () => void {
  let hasAnswered = true;
  socket.on('pong', () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
    isWelcome().then(
      (welcome) => welcome || socket.close(SIGNED_OUT, 'signed out'),
      () => socket.terminate(),
    );
  }, HEARTBEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Someone whose reach was changed comes back with a new line, and so with the new reach. */
async function isStillOpen(sessions: SessionsService, token: string, user: RequestUser) {
  const open = await sessions.peek(token);
  return open !== null && JSON.stringify(open.user) === JSON.stringify(user);
}
