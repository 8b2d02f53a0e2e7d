import type { FlowDocument } from '@inning/sdk';
import { useState } from 'react';
import { useClient } from '../api/client-context.tsx';
import { readDraft, type SavedDraft } from '../api/drawing.ts';
import { useChange } from '../api/use-change.ts';

export type RollBack = ReturnType<typeof useRollBack>;
type Done = {
  readonly version: number;
  /** What the draft was, to put it back. */
  readonly before: FlowDocument;
  readonly revision: number;
};

/** Makes an older version the draft again, and knows the way back as long as nobody drew on. */
export function useRollBack(flowId: string) {
  const client = useClient();
  const [done, setDone] = useState<Done | null>(null);
  const touches = [
    ['flow-versions', flowId],
    ['drafts', flowId],
  ];
  const path = `/api/flows/${flowId}`;
  const doIt = useChange({
    touches,
    async run(version: number): Promise<Done> {
      const draft = await readDraft(client, flowId);
      const { revision } = await client.send<SavedDraft>('POST', `${path}/roll-back`, {
        version,
        revision: draft.revision,
      });
      return { version, before: draft.document, revision };
    },
  });
  const undo = useChange({
    touches,
    run: ({ before, revision }: Done) =>
      client.send('PUT', `${path}/draft`, { document: before, revision }),
  });
  return {
    done,
    isBusy: doIt.isPending || undo.isPending,
    start: (version: number) => doIt.mutate(version, { onSuccess: setDone }),
    undo: () => done && undo.mutate(done, { onSuccess: () => setDone(null) }),
  };
}
