import {
  checkFlow,
  type FlowDocument,
  FlowDocumentInvalidError,
  localize,
  type Problem,
} from '@inning/sdk';
import { administrations } from '../../domain/administrations/index.ts';
import { CreditorNotFoundError, creditors } from '../../domain/creditors/index.ts';
import { HOME_COUNTRY } from '../../home.ts';
import { type Id, isDuplicateKey, type Scope, type Store } from '../../store/index.ts';
import { FlowNameTakenError } from '../flows.errors.ts';
import { emptyFlow } from './empty-flow.ts';
import { type Flow, flows } from './flow.model.ts';
import type { FlowService } from './flows.service.ts';

export type DraftDeps = { readonly store: Store; readonly definitions: FlowService };
export type FlowOwner = { readonly agencyId: Id; readonly creditorId: Id | null };
/** A new draft, with everything wrong with it where it is now. */
type Made = { readonly flow: Flow; readonly problems: Problem[] };
type RollBack = { readonly version: number; readonly revision: number; readonly who?: string };
export type FlowDrafts = ReturnType<typeof createFlowDrafts>;

/** New drafts: from nothing, from a file, from another flow, from an older version. */
export function createFlowDrafts({ store, definitions }: DraftDeps) {
  const table = store.table(flows);

  /** Throws `CreditorNotFoundError` for a creditor that is not seen here. */
  async function assertOwner(scope: Scope, { creditorId }: FlowOwner): Promise<void> {
    if (creditorId && !(await store.table(creditors).in(scope).byId(creditorId))) {
      throw new CreditorNotFoundError(creditorId.toHexString());
    }
  }

  /** A flow keeps the law of the books it is drawn for; with none yet, that of home. */
  async function countryOf(scope: Scope, { agencyId, creditorId }: FlowOwner): Promise<string> {
    const whose = creditorId ? { agencyId, creditorId } : { agencyId };
    const books = store.table(administrations).in(scope);
    const first = await books.findOne(whose, { sort: { createdAt: 1, _id: 1 } });
    return first?.country ?? HOME_COUNTRY;
  }

  /** Throws `FlowNameTakenError`. */
  async function make(scope: Scope, owner: FlowOwner, document: FlowDocument): Promise<Flow> {
    const { agencyId, creditorId } = owner;
    await assertOwner(scope, owner);
    const slug = slugOf(localize(document.name, 'en'));
    try {
      return await table.in(scope).insert({ agencyId, creditorId, slug, draft: document });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new FlowNameTakenError(slug);
    }
  }

  return {
    start: async (scope: Scope, owner: FlowOwner, name: string): Promise<Flow> =>
      make(scope, owner, emptyFlow(name, await countryOf(scope, owner))),

    /** A file that somebody exported or wrote. Nothing of it runs; what is missing here is named. */
    async importFile(scope: Scope, owner: FlowOwner, value: unknown): Promise<Made> {
      await assertOwner(scope, owner);
      const document = checkFlow(value);
      const flow = await make(scope, owner, document);
      return { flow, problems: await definitions.problems(document, owner) };
    },

    /**
     * The draft of a flow as another one, also for another creditor (FLOW-21). Letters are of the whole
     * installation and so are there for every creditor; what is missing there is named.
     */
    async copy(scope: Scope, id: Id, to: FlowOwner & { readonly name: string }): Promise<Made> {
      const { draft } = await definitions.get(scope, id);
      const document = { ...checkFlow(draft), name: { en: to.name, nl: to.name } };
      const flow = await make(scope, to, document);
      return { flow, problems: await definitions.problems(document, to) };
    },

    /** Makes an older version the draft again; publishing it is a step of its own. */
    async rollBack(scope: Scope, id: Id, { version, revision, ...by }: RollBack): Promise<Flow> {
      const { document } = await definitions.version(scope, id, version);
      return definitions.saveDraft(
        scope,
        { _id: id, draftRevision: revision, ...by },
        checkFlow(document),
      );
    },
  };
}

/** `Friendly, for builders` is `friendly-for-builders`. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (plain === '') {
    throw new FlowDocumentInvalidError('A flow needs a name with letters.', { path: '/name' });
  }
  return plain;
}
