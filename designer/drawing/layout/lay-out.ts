import type { FlowDocument } from '@inning/sdk';
import ELK from 'elkjs/lib/elk-api.js';
// With `?worker` the bundler makes a module of it, in which it cannot run.
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Position } from '../../document/index.ts';
import { type LayOutDeps, placesIn, toElkGraph } from './elk-graph.ts';

/** Where each step stands when the flow is read from top to bottom; worked out beside the page. */
export async function layOut(
  flow: FlowDocument,
  deps: LayOutDeps,
): Promise<ReadonlyMap<string, Position>> {
  const elk = new ELK({ workerUrl, workerFactory: (url) => new Worker(url ?? workerUrl) });
  try {
    return placesIn(await elk.layout(toElkGraph(flow, deps)));
  } finally {
    elk.terminateWorker();
  }
}
