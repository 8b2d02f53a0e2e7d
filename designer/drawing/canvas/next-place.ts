import type { CatalogueEntry } from '@inning/sdk';
import { freeNodeId, type Placement } from '../../document/index.ts';
import type { Drawing } from '../use-drawing.ts';

const BELOW = 190;
const BESIDE = 280;

/**
 * Where a step goes that is inserted without pointing: behind the one that is selected, by its first way
 * out that leads nowhere, else by its first; without a selection below everything.
 */
export function nextPlace(
  { flow, selected, types }: Drawing,
  entry: CatalogueEntry,
): Placement & { readonly id: string } {
  const id = freeNodeId(entry.id, (name) => Object.hasOwn(flow.nodes, name));
  const from = selected.at(-1);
  const way =
    from === undefined || entry.kind === 'trigger' ? null : wayFrom({ flow, types }, from);
  if (from === undefined || way === null) return { id, position: belowAll(flow) };
  const { x, y } = flow.nodes[from]?.position ?? { x: 0, y: 0 };
  const position = { x: x + way.index * BESIDE, y: y + BELOW };
  return { id, position, after: { nodeId: from, outcome: way.outcome } };
}

/** The first way out that leads nowhere yet, else the first. */
function wayFrom({ flow, types }: Pick<Drawing, 'flow' | 'types'>, from: string) {
  const type = types.get(flow.nodes[from]?.type ?? '');
  const outcomes = type && !type.isEnd ? Object.keys(type.outcomes) : [];
  const isLed = (outcome: string) =>
    flow.edges.some((edge) => edge.from === from && edge.outcome === outcome);
  const outcome = outcomes.find((one) => !isLed(one)) ?? outcomes[0];
  return outcome === undefined ? null : { outcome, index: outcomes.indexOf(outcome) };
}

function belowAll({ nodes }: Drawing['flow']) {
  const rows = Object.values(nodes).map(({ position }) => position?.y ?? 0);
  return { x: 0, y: rows.length === 0 ? 0 : Math.max(...rows) + BELOW };
}
