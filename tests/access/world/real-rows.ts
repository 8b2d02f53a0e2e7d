import { zstdCompressSync } from 'node:zlib';
import { Types } from 'mongoose';
import { shippedFlows } from '../../../core/flows/index.ts';

type RealRow = (id: (table: string) => Types.ObjectId | undefined) => Record<string, unknown>;

const flow = () => shippedFlows().get('neutral');

/** Where a schema says only "anything", what the code that reads it expects. */
const REAL: Readonly<Record<string, RealRow>> = {
  flows: () => ({ draft: flow(), publishedVersion: 1 }),
  'flow-versions': (id) => ({ flowId: id('flows'), version: 1, document: flow() }),
  instances: () => ({ flowVersion: 1, nodeId: 'reminder-1', state: 'running', isLive: true }),
  'sent-documents': () => ({
    packed: zstdCompressSync(
      JSON.stringify({ subject: 'A letter', html: '<p>Hi</p>', text: 'Hi' }),
    ),
  }),
  users: (id) => ({
    role: 'debtor-manager',
    agencyId: id('agencies'),
    creditorIds: [id('creditors')],
    administrationIds: [id('administrations')],
  }),
  moves: () => ({
    steps: [{ kind: 'done', nodeId: 'reminder-1', type: 'reminders.send-email' }],
  }),
};

export function realRow(table: string, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const id = (noun: string) => {
    const found = ids.get(noun);
    return found === undefined ? undefined : new Types.ObjectId(found);
  };
  return REAL[table]?.(id) ?? {};
}
