import { useEffect, useRef } from 'react';
import { useEditors } from '../../api/editors.ts';
import { useMayDraw } from '../../api/rights.ts';
import type { DraftSaver, Saving } from '../saving/draft-saver.ts';

/** Lets others know that this draft is drawn in and was changed, and knows whether they were ahead. */
export function useTellingOthers(flowId: string, saver: DraftSaver, saving: Saving) {
  const { editors, tellChange } = useEditors(flowId, useMayDraw());
  const before = useRef(saving.state);
  useEffect(() => {
    if (before.current === 'saving' && saving.state === 'saved') tellChange();
    before.current = saving.state;
  }, [saving.state, tellChange]);
  const isBehind = saving.state === 'saved' && (editors?.revision ?? 0) > saver.revision();
  return {
    others: editors?.items ?? [],
    isOvertaken: saving.state === 'overtaken' || isBehind,
  };
}
