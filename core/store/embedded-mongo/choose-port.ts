import { createServer } from 'node:net';

/** `preferred` when nobody listens there, else a free port that the system picks. */
export async function choosePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await tryPort(preferred)) !== null) return preferred;
  const free = await tryPort(0);
  if (free === null) throw new Error('There is no free port on this machine.');
  return free;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const listening = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(listening));
    });
  });
}
