import type { Client } from '../../api/client.ts';
import type { Between, MigrationResult, NodeMap } from '../../api/versions.ts';

/** The cases are moved in so many parts, so that one can see how far it is. */
export const PARTS = 16;

export type Progress = {
  /** How many parts are done. */
  readonly done: number;
  readonly migrated: number;
  readonly stayed: number;
};
export const NOTHING_DONE: Progress = { done: 0, migrated: 0, stayed: 0 };

type Order = Between & { readonly map: NodeMap };
type Going = {
  readonly client: Pick<Client, 'send'>;
  readonly flowId: string;
  /** Where an earlier try broke off. */
  readonly from: Progress;
  readonly onProgress: (progress: Progress) => void;
};

/** Moves part after part. What was done stays done when a later part fails. */
export async function moveParts(order: Order, going: Going): Promise<Progress> {
  let progress = going.from;
  while (progress.done < PARTS) {
    const part = { index: progress.done, of: PARTS };
    const path = `/api/flows/${going.flowId}/migration`;
    const moved = await going.client.send<MigrationResult>('POST', path, { ...order, part });
    progress = {
      done: progress.done + 1,
      migrated: progress.migrated + moved.migrated,
      stayed: progress.stayed + moved.stayed,
    };
    going.onProgress(progress);
  }
  return progress;
}
