import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { redoLabel, undoLabel } from '../document/index.ts';
import type { Desk, DrawingAction } from './actions/index.ts';

/** What an action is called; undo and redo say what they are about. */
export function useActionLabel(): (action: DrawingAction, desk: Desk) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ id }, { drawing: { history } }) => {
      const label = t(`drawActions.${id}`);
      const about = id === 'undo' ? undoLabel(history) : id === 'redo' ? redoLabel(history) : null;
      return about ? `${label}: ${t(`draw.did.${about.label}` as never)}` : label;
    },
    [t],
  );
}
