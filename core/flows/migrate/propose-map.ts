import type { FlowDocument } from '@inning/sdk';

/** Which step of the new version stands for a step of the old one; null leaves its cases where they are. */
export type NodeMap = Readonly<Record<string, string | null>>;

/**
 * The same id with the same type is the same step. Else the one letter of the same stage, else the only
 * new step that is drawn just the same. What is not certain is left to a person.
 */
export function proposeMap(before: FlowDocument, after: FlowDocument): NodeMap {
  const fresh = Object.entries(after.nodes).filter(([id]) => !isSame(before, after, id));
  return Object.fromEntries(
    Object.entries(before.nodes).map(([id, node]): [string, string | null] => {
      if (isSame(before, after, id)) return [id, id];
      const staged = fresh.filter(
        ([, one]) => node.stage !== undefined && one.stage === node.stage && one.type === node.type,
      );
      const drawn = fresh.filter(([, one]) => sign(one) === sign(node));
      const [found] = staged.length === 1 ? staged : drawn.length === 1 ? drawn : [];
      return [id, found?.[0] ?? null];
    }),
  );
}

function isSame(before: FlowDocument, after: FlowDocument, id: string): boolean {
  return before.nodes[id]?.type !== undefined && before.nodes[id].type === after.nodes[id]?.type;
}

const sign = ({ type, config }: FlowDocument['nodes'][string]) => JSON.stringify([type, config]);
