import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Things that no guest may reach. `found` looks for their text in anything. */
export type Canaries = {
  readonly word: string;
  readonly url: string;
  readonly file: string;
  /** How often somebody knocked at the listener. */
  readonly knocks: () => number;
  found(value: unknown): boolean;
  remove(): Promise<void>;
};

export async function setCanaries(): Promise<Canaries> {
  const word = `canary-${process.pid}`;
  const dir = mkdtempSync(join(tmpdir(), 'canary-'));
  const file = join(dir, 'secret.txt');
  writeFileSync(file, word);
  process.env['SANDBOX_CANARY'] = word;
  let knocks = 0;
  const server = createServer((_, reply) => {
    knocks += 1;
    reply.end(word);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    word,
    file,
    url: `http://127.0.0.1:${port}/`,
    knocks: () => knocks,
    found: (value) => (JSON.stringify(value) ?? '').includes(word),
    async remove() {
      delete process.env['SANDBOX_CANARY'];
      rmSync(dir, { recursive: true });
      await new Promise((done) => server.close(done));
    },
  };
}
