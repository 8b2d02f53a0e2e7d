import type { FlowDocument } from '@inning/sdk';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from '../../api/client-context.tsx';
import { type Draft, useDraftProblems } from '../../api/drawing.ts';
import { createDraftSaver } from './draft-saver.ts';
import { useIdle } from '../use-idle.ts';

/** Saves the drawing by itself, and asks before somebody leaves with something unsaved. */
export function useDraftSaver(flowId: string, draft: Draft, flow: FlowDocument) {
  const client = useClient();
  const [saver] = useState(() => createDraftSaver(client, flowId, draft));
  const saving = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const found = useDraftProblems(flowId, draft.revision, useIdle()).data;
  useEffect(() => found && saver.learn(found), [saver, found]);
  useEffect(() => saver.show(flow), [saver, flow]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void saver.save();
    };
  }, [saver]);
  return { saver, saving };
}
