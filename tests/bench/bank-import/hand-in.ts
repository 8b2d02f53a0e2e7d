import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Agent, fetch as ask, FormData } from 'undici';
import type { ImportServer } from './import-server.ts';

type Answer = {
  readonly files: readonly {
    readonly refused: string | null;
    readonly newCount: number;
    readonly underWay: readonly string[];
  }[];
};
type Arrival = { readonly id: string; readonly stage: string; readonly newCount: number };

const POLL_MS = 500;
/** Nobody gives up waiting for the answer here. */
const patient = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

export type HandedIn = {
  /** Seconds until the answer, in which the file was read and accepted. */
  readonly acceptedAfter: number;
  /** Seconds until the last line was in; null when it was there with the answer. */
  readonly storedAfter: number;
  readonly doneAfter: number;
  readonly newCount: number;
};

/** Hands a statement in as the web application does, and waits until the last line of it was matched. */
export async function handIn(
  server: ImportServer,
  { path, administrationId }: { readonly path: string; readonly administrationId: string },
): Promise<HandedIn> {
  const form = new FormData();
  form.set('administrationId', administrationId);
  form.append('files', await openAsBlob(path), basename(path));
  const start = performance.now();
  const since = () => (performance.now() - start) / 1_000;
  const answer = await ask(`${server.address}/api/bank-statements`, {
    method: 'POST',
    headers: server.headers,
    body: form,
    dispatcher: patient,
  });
  if (!answer.ok) throw new Error(`Handing in was refused: ${answer.status}`);
  const [file] = ((await answer.json()) as Answer).files;
  if (!file || file.refused !== null) throw new Error(file?.refused ?? 'There is no answer.');
  const acceptedAfter = since();
  let storedAfter = acceptedAfter;
  let newCount = file.newCount;
  for (let left = file.underWay; left.length > 0;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const arrivals = await arrivalsOf(server);
    const own = arrivals.filter((one) => file.underWay.includes(one.id));
    if (own.some((one) => one.stage === 'storing')) storedAfter = since();
    left = own.filter((one) => one.stage !== 'done').map((one) => one.id);
    newCount = file.newCount + own.reduce((sum, one) => sum + one.newCount, 0);
  }
  return { acceptedAfter, storedAfter, doneAfter: since(), newCount };
}

async function arrivalsOf({ address, headers }: ImportServer): Promise<readonly Arrival[]> {
  const answer = await fetch(`${address}/api/bank-statements/arrivals`, { headers });
  return ((await answer.json()) as { items: Arrival[] }).items;
}
