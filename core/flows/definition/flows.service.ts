import { createHash } from 'node:crypto';
import { checkFlow, type Clock, type FlowDocument, type Problem } from '@inning/sdk';
import { type Id, type Scope, type Store, systemScope } from '../../store/index.ts';
import type { AgencyNodes } from '../engine/drawings/index.ts';
import { dayAt } from '../../time/index.ts';
import { DraftOvertakenError, FlowHasProblemsError, FlowNotFoundError } from '../flows.errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { createDraining } from './draining.ts';
import { findAllProblems, type ProblemDeps } from './find-all-problems.ts';
import { type Flow, flows, type FlowVersion, flowVersions } from './flow.model.ts';

export type FlowServiceDeps = Omit<ProblemDeps, 'catalogue'> & {
  readonly store: Store;
  readonly clock: Clock;
  readonly types: AgencyNodes;
};
export type NewFlow = {
  readonly agencyId: Id;
  readonly creditorId: Id | null;
  readonly slug: string;
  readonly document: FlowDocument;
};
type Owner = Pick<Flow, 'agencyId' | 'creditorId'>;
export type FlowService = ReturnType<typeof createFlowService>;

/** Drafts are edited; published versions never change. Errors in a flow block publishing. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createFlowService({ store, clock, types, ...known }: FlowServiceDeps) {
  const flowTable = store.table(flows);
  const versionTable = store.table(flowVersions);
  const draining = createDraining({ store, clock });

  const service = {
    list: (scope: Scope): Promise<Flow[]> =>
      flowTable.in(scope).find({ archivedAt: null }, { sort: { slug: 1 } }),

    /** Throws `FlowNotFoundError`. */
    async get(scope: Scope, id: Id): Promise<Flow> {
      const flow = await flowTable.in(scope).byId(id);
      if (!flow) throw new FlowNotFoundError(id.toHexString());
      return flow;
    },

    /** A published version; throws `FlowNotFoundError`. */
    async version(scope: Scope, flowId: Id, version: number): Promise<FlowVersion> {
      const row = await versionTable.in(scope).findOne({ flowId, version });
      if (!row) throw new FlowNotFoundError(`${flowId.toHexString()} version ${version}`);
      return row;
    },

    versions: (scope: Scope, flowId: Id): Promise<FlowVersion[]> =>
      versionTable.in(scope).find({ flowId }, { sort: { version: -1 } }),

    /** A new flow as a draft. Repeating it with the same name returns the one that is there. */
    async create(scope: Scope, { agencyId, creditorId, slug, document }: NewFlow): Promise<Flow> {
      const draft = checkFlow(document);
      const own = { agencyId, creditorId, slug };
      return flowTable.in(scope).upsert(own, {
        $setOnInsert: { draft, draftRevision: 1, publishedVersion: 0, archivedAt: null },
      });
    },

    /** Replaces the draft; throws `DraftOvertakenError` when somebody else saved meanwhile. */
    async saveDraft(
      scope: Scope,
      flow: Pick<Flow, '_id' | 'draftRevision'> & { readonly who?: string },
      document: FlowDocument,
    ): Promise<Flow> {
      const draft = checkFlow(document);
      const { _id, draftRevision, who = null } = flow;
      const change = { draft, draftBy: who, draftAt: clock.now() };
      const saved = await flowTable
        .in(scope)
        .change({ _id, draftRevision }, { $set: change, $inc: { draftRevision: 1 } });
      if (!saved) throw new DraftOvertakenError();
      return saved;
    },

    /**
     * How it is drawn, and what the law of its country says of it, as that agency sees it: with the node
     * types of the plugins it installed, and the flows that are there for that creditor.
     */
    async problems(document: FlowDocument, { agencyId, creditorId }: Owner): Promise<Problem[]> {
      const { catalogue } = types.of(agencyId.toHexString());
      const owners = { $in: [creditorId ?? null, null] };
      const others = await flowTable
        .in(systemScope('which flows there are, for who draws one of them'))
        .find({ agencyId, creditorId: owners, archivedAt: null }, { fields: ['slug'] });
      const slugs = new Set(others.map(({ slug }) => slug));
      const knowsFlow = (slug: string) => slugs.has(slug);
      const day = dayAt(clock.now(), 'UTC');
      return findAllProblems(document, day, { ...known, catalogue, knowsFlow });
    },

    /** Makes the draft the newest version; throws `FlowHasProblemsError` naming what is wrong. */
    async publish(
      scope: Scope,
      id: Id,
      /** With the revision that somebody looked at, nothing else is published than that. */
      by: {
        readonly who: string;
        readonly note: string | null;
        readonly revision?: number;
        /** Older versions are finished by their cases; nobody is moved to them any more. */
        readonly drainsOlder?: boolean | undefined;
      },
    ): Promise<FlowVersion> {
      const flow = await service.get(scope, id);
      if (by.revision !== undefined && by.revision !== flow.draftRevision) {
        throw new DraftOvertakenError();
      }
      const document = checkFlow(flow.draft);
      await types.refresh();
      const problems = await service.problems(document, flow);
      const errors = problems.filter((one) => one.severity === 'error');
      if (errors.length > 0) throw new FlowHasProblemsError(flow.slug, errors);
      const version = flow.publishedVersion + 1;
      return store.transaction(async (session) => {
        const isFirst = await flowTable
          .in(scope)
          .updateOne(
            { _id: id, publishedVersion: flow.publishedVersion, draftRevision: flow.draftRevision },
            { $set: { publishedVersion: version } },
            { session },
          );
        if (!isFirst) throw new DraftOvertakenError();
        if (by.drainsOlder) await draining.allBefore(scope, { flowId: id, version }, session);
        return versionTable.in(scope).insert(
          {
            agencyId: flow.agencyId,
            flowId: id,
            version,
            document,
            fingerprint: createHash('sha256').update(canonicalJson(document)).digest('hex'),
            publishedAt: clock.now(),
            publishedBy: by.who,
            note: by.note,
          },
          { session },
        );
      });
    },

    /** Lets a version run empty, or opens it again. */
    async drain(scope: Scope, id: Id, to: { version: number; isDraining: boolean }): Promise<void> {
      await draining.set(scope, await service.get(scope, id), to);
    },

    /** Creates and publishes flows that an agency does not have yet (FLOW-21); returns ids by name. */
    async ensure(
      scope: Scope,
      agencyId: Id,
      shipped: ReadonlyMap<string, FlowDocument>,
    ): Promise<Map<string, Id>> {
      const ids = new Map<string, Id>();
      for (const [slug, document] of shipped) {
        const flow = await service.create(scope, { agencyId, creditorId: null, slug, document });
        const by = { who: 'inning', note: null };
        if (flow.publishedVersion === 0) await service.publish(scope, flow._id, by);
        ids.set(slug, flow._id);
      }
      return ids;
    },
  };
  return service;
}
