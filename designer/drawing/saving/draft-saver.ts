import type { FlowDocument } from '@inning/sdk';
import type { Client } from '../../api/client.ts';
import type { Draft, DraftProblem, SavedDraft } from '../../api/drawing.ts';
import { hasStatus } from '../../api/errors.ts';

/** `overtaken`: somebody else saved meanwhile, and nothing of theirs is overwritten. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'overtaken' | 'refused' | 'offline';
export type Saving = { readonly state: SaveState; readonly problems: readonly DraftProblem[] };
export type DraftSaver = ReturnType<typeof createDraftSaver>;

const PAUSE_MS = 700;
const AGAIN_MS = 5_000;

/** Saves a drawing shortly after each change, one save at a time. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createDraftSaver(client: Pick<Client, 'send'>, flowId: string, draft: Draft) {
  let shown = draft.document;
  let saved = draft.document;
  let { revision } = draft;
  let saving: Saving = { state: 'saved', problems: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: Partial<Saving>): void => {
    saving = { ...saving, ...next };
    for (const listener of listeners) listener();
  };
  const later = (pauseMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pauseMs);
  };

  async function send(document: FlowDocument): Promise<boolean> {
    become({ state: 'saving' });
    try {
      const path = `/api/flows/${flowId}/draft`;
      const answer = await client.send<SavedDraft>('PUT', path, { document, revision });
      saved = document;
      revision = answer.revision;
      become({ problems: answer.problems, state: shown === saved ? 'saved' : 'waiting' });
      if (shown !== saved) later(PAUSE_MS);
      return true;
    } catch (error) {
      const isOvertaken = hasStatus(error, 409);
      become({ state: isOvertaken ? 'overtaken' : hasStatus(error, 422) ? 'refused' : 'offline' });
      if (saving.state === 'offline') later(AGAIN_MS);
      return false;
    }
  }

  /** Resolves when what is drawn now is saved; false when it could not be. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (underWay) await underWay;
    if (shown === saved) return true;
    if (saving.state === 'overtaken') return false;
    underWay = send(shown).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    /** What is drawn now. */
    show(flow: FlowDocument): void {
      if (flow === shown) return;
      shown = flow;
      if (saving.state === 'overtaken') return;
      if (saving.state !== 'saving') become({ state: shown === saved ? 'saved' : 'waiting' });
      later(PAUSE_MS);
    },
    save,
    /** What is wrong with a stored draft, unless it was saved again since. */
    learn(found: SavedDraft): void {
      if (found.revision === revision) become({ problems: found.problems });
    },
    revision: () => revision,
    isUnsaved: () => shown !== saved,
    snapshot: () => saving,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
