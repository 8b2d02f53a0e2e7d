import type { ImportServer } from './import-server.ts';

export type Waits = { readonly slowestMs: number; readonly medianMs: number };

const EVERY_MS = 250;

/** Somebody else who works on meanwhile: opens a list again and again, and notes how long each took. */
export function watchOthers(server: ImportServer) {
  const waits: number[] = [];
  let isOn = true;
  const watching = (async () => {
    while (isOn) {
      const start = performance.now();
      const answer = await fetch(`${server.address}/api/administrations`, {
        headers: server.headers,
      });
      await answer.arrayBuffer();
      waits.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return async (): Promise<Waits> => {
    isOn = false;
    await watching;
    const ordered = waits.toSorted((a, b) => a - b);
    return { slowestMs: ordered.at(-1) ?? 0, medianMs: ordered[ordered.length >> 1] ?? 0 };
  };
}
