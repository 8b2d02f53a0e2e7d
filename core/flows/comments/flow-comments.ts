import { checkFlow, type Clock, type FlowDocument, invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope, type Store } from '../../store/index.ts';
import type { FlowNews } from '../definition/flow-news.ts';
import type { FlowService } from '../definition/flows.service.ts';
import type { Flow } from '../definition/flow.model.ts';
import {
  CommentedStepUnknownError,
  FlowCommentNotFoundError,
  TooManyCommentsError,
} from './comments.errors.ts';
import { type FlowComment, flowComments } from './flow-comment.model.ts';

export type FlowCommentsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly definitions: FlowService;
  readonly tell: FlowNews;
};
export type NewComment = {
  readonly nodeId: string | null;
  readonly text: string;
  readonly by: string;
};
export type FlowComments = ReturnType<typeof createFlowComments>;

const MOST_OPEN = 500;

/** What people say of flows. A creditor's people read and write their own remarks, the agency all. */
export function createFlowComments({ store, clock, definitions, tell }: FlowCommentsDeps) {
  const table = store.table(flowComments);

  /** Does it and tells the screens of whoever may read it, in one go. */
  const tellingOf = (write: (session: ClientSession) => Promise<FlowComment | null>) =>
    store.transaction(async (session) => {
      const comment = await write(session);
      if (comment) await tell({ name: 'flow.commented', ...newsOf(comment) }, session);
      return comment;
    });

  return {
    /** Oldest first. Throws `FlowNotFoundError`. */
    async list(scope: Scope, flowId: Id): Promise<FlowComment[]> {
      await definitions.get(scope, flowId);
      const filter = { flowId, ...readableBy(scope) };
      return table.in(scope).find(filter as never, { sort: { at: 1 }, limit: 2 * MOST_OPEN });
    },

    /** Throws `FlowNotFoundError`, `CommentedStepUnknownError`, `TooManyCommentsError`. */
    async add(scope: Scope, flowId: Id, { nodeId, text, by }: NewComment): Promise<FlowComment> {
      const flow = await definitions.get(scope, flowId);
      if (nodeId !== null && !(await hasStep(scope, flow, nodeId))) {
        throw new CommentedStepUnknownError(nodeId);
      }
      const open = { flowId, resolvedAt: null };
      if ((await table.in(scope).count(open)) >= MOST_OPEN)
        throw new TooManyCommentsError(MOST_OPEN);
      const said = { nodeId, text: text.trim(), by, at: clock.now() };
      const place = { agencyId: flow.agencyId, creditorId: flow.creditorId ?? ownCreditor(scope) };
      const row = { _id: newId(), ...place, flowId, ...said, resolvedAt: null, resolvedBy: null };
      const insert = (session: ClientSession) => table.in(scope).insert(row as never, { session });
      const comment = await tellingOf(insert);
      invariant(comment, 'what was inserted is there');
      return comment;
    },

    /** Settles it, or opens it again (`by` null). Repeating changes nothing. */
    async resolve(scope: Scope, id: Id, by: string | null): Promise<FlowComment> {
      const own = { _id: id, ...readableBy(scope) };
      const isOther = by === null ? { $ne: null } : null;
      const set = { resolvedAt: by === null ? null : clock.now(), resolvedBy: by };
      await tellingOf((session) =>
        table
          .in(scope)
          .change({ ...own, resolvedAt: isOther } as never, { $set: set } as never, { session }),
      );
      const comment = await table.in(scope).findOne(own as never);
      if (!comment) throw new FlowCommentNotFoundError();
      return comment;
    },
  };

  /** In the draft, or in the version that new cases walk through. */
  async function hasStep(scope: Scope, flow: Flow, nodeId: string): Promise<boolean> {
    const isIn = (document: unknown) =>
      Object.hasOwn((checkFlow(document) as FlowDocument).nodes, nodeId);
    if (isIn(flow.draft)) return true;
    if (flow.publishedVersion === 0) return false;
    const { document } = await definitions.version(scope, flow._id, flow.publishedVersion);
    return isIn(document);
  }
}

const newsOf = ({ flowId, agencyId, creditorId }: FlowComment) => ({
  flowId,
  agencyId,
  creditorId: creditorId ?? null,
});

/** What was said in another creditor's name, or in the office of the agency, is not for these. */
const readableBy = (scope: Scope): object =>
  scope.kind === 'system' || scope.creditorIds === 'all'
    ? {}
    : { creditorId: { $in: scope.creditorIds } };

/** In whose name somebody speaks of a flow that is for all: the first creditor they work for. */
const ownCreditor = (scope: Scope): Id | null =>
  scope.kind === 'system' || scope.creditorIds === 'all' ? null : (scope.creditorIds[0] ?? null);
