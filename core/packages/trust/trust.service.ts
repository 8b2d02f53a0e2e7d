import { type Id, isDuplicateKey, systemScope } from '../../store/index.ts';
import { createPublishersService } from './publishers.service.ts';
import { rememberTrust } from './remember-trust.ts';
import { type Revocation, type RevocationKind, revocations } from './revocation.model.ts';
import type { TrustDeps } from './trust.deps.ts';
import { RevocationNotFoundError } from './trust.errors.ts';

export type TrustService = ReturnType<typeof createTrustService>;
export type NewRevocation = {
  readonly kind: RevocationKind;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
};

const scope = systemScope('revocations are of the installation');

/** Whose packages may be installed, and what was withdrawn; the operator decides. */
export function createTrustService(deps: TrustDeps) {
  const { store, clock } = deps;
  const table = store.table(revocations).in(scope);
  const listRevocations = (): Promise<Revocation[]> =>
    table.find({}, { sort: { revokedAt: -1, _id: -1 } });
  const memory = rememberTrust(() => Promise.all([publishers.listPublishers(), listRevocations()]));
  const publishers = createPublishersService({ ...deps, onChange: memory.forget });

  return {
    ...publishers,
    listRevocations,
    /** For `verifyPackage`: with changes of other processes within a second, the same until then. */
    trust: memory.trust,
    /** Repeating one keeps the first. */
    async revoke({ kind, subject, reason, by }: NewRevocation): Promise<Revocation> {
      const row = { kind, subject, reason, revokedAt: clock.now(), revokedBy: by };
      try {
        const revoked = await table.insert(row);
        memory.forget();
        return revoked;
      } catch (error) {
        const known = isDuplicateKey(error) ? await table.findOne({ kind, subject }) : null;
        if (known) return known;
        throw error;
      }
    },
    /** Throws RevocationNotFoundError. */
    async liftRevocation(id: Id): Promise<void> {
      const lifted = await table.deleteMany({ _id: id });
      if (lifted === 0) throw new RevocationNotFoundError(id.toHexString());
      memory.forget();
    },
  };
}
