import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThrowawayMongo } from '../../../core/store/embedded-mongo/start-throwaway-mongo.ts';
import { type Bench, type Figures, rounded, timed } from '../bench.ts';
import { handIn } from './hand-in.ts';
import { fillBooks, startServer } from './import-server.ts';
import {
  type Made,
  STRANGERS_PER_PAYER,
  writeCamt,
  writeMt940,
  writeZip,
} from './made-statements.ts';
import { watchOthers } from './watch-others.ts';

/** How a large statement may look, and which part of the size it gets. */
const KINDS: readonly {
  readonly name: string;
  readonly file: string;
  readonly part: number;
  write(made: Made): void;
}[] = [
  { name: 'mt940', file: 'jaar.sta', part: 1, write: writeMt940 },
  {
    name: 'camtEntries',
    file: 'posten.xml',
    part: 0.25,
    write: (made) => writeCamt({ ...made, isBatch: false }),
  },
  {
    name: 'camtBatch',
    file: 'batch.xml',
    part: 0.2,
    write: (made) => writeCamt({ ...made, isBatch: true }),
  },
  { name: 'zip', file: 'dagen.zip', part: 0.25, write: (made) => writeZip(made, 5) },
];

/**
 * Hands statements of up to `size` bookings in to a really running server, each kind to a server and books of
 * its own: seconds until it is accepted, in and matched, the most memory of the server process, and how long
 * somebody else waits for a list meanwhile. The floor is reading the file from the disk.
 */
export const bankImportBench: Bench = {
  size: 480_000,
  async run({ size, say }) {
    const figures: Record<string, number> = {};
    for (const { name, file, part, write } of KINDS) {
      const bookings = Math.round(size * part);
      const folder = await mkdtemp(join(tmpdir(), 'bank-import-'));
      try {
        const path = join(folder, file);
        write({ path, bookings });
        say(`${name}: ${bookings} bookings`);
        const measured = await measure({ folder, path, bookings });
        for (const [figure, value] of Object.entries(measured)) {
          figures[`${name}${figure}`] = value;
          say(`${name}${figure}: ${value}`);
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    return figures;
  },
};

type Measured = { readonly folder: string; readonly path: string; readonly bookings: number };

async function measure({ folder, path, bookings }: Measured): Promise<Figures> {
  const mongo = await startThrowawayMongo(folder);
  try {
    const invoices = Math.min(20_000, Math.ceil(bookings / STRANGERS_PER_PAYER));
    const administrationId = await fillBooks(mongo.uri, { invoices, dataDir: folder });
    const server = await startServer(mongo.uri, folder);
    const idle = server.megabytes();
    const othersWaited = watchOthers(server);
    const first = await handIn(server, { path, administrationId });
    const waits = await othersWaited();
    const again = await handIn(server, { path, administrationId });
    const peak = server.peakMegabytes();
    await server.kill('SIGTERM');
    const { seconds, answer: bytes } = await timed(() => readFile(path));
    if (first.newCount !== bookings || again.newCount !== 0) {
      throw new Error(`${first.newCount} lines came in, and ${again.newCount} when it came again`);
    }
    return {
      FileMegabytes: rounded(bytes.length / 1e6),
      FloorSeconds: rounded(seconds, 2),
      AcceptedSeconds: rounded(first.acceptedAfter, 1),
      StoredSeconds: rounded(first.storedAfter, 1),
      DoneSeconds: rounded(first.doneAfter, 1),
      AgainSeconds: rounded(again.doneAfter, 1),
      IdleMegabytes: idle,
      PeakMegabytes: peak,
      OthersSlowestMs: rounded(waits.slowestMs),
      OthersMedianMs: rounded(waits.medianMs),
    };
  } finally {
    await mongo.stop();
  }
}
