import { type Id, isDuplicateKey, systemScope } from '../../store/index.ts';
import { KeyRotationInvalidError } from '../packages.errors.ts';
import { keyIdOf } from '../signing/keys.ts';
import { checkRotation } from '../signing/rotation.ts';
import { type Publisher, publishers } from './publisher.model.ts';
import { revocations } from './revocation.model.ts';
import type { TrustDeps } from './trust.deps.ts';
import { PublisherNotFoundError, PublisherTakenError } from './trust.errors.ts';

const scope = systemScope('publishers are of the installation');

type PublishersDeps = TrustDeps & { readonly onChange: () => void };

/** Whose packages may be installed; the operator decides. */
export function createPublishersService({ store, clock, onChange }: PublishersDeps) {
  const table = store.table(publishers).in(scope);
  const keyOf = (publicKey: string, by: string, followsKeyId: string | null) => {
    return {
      keyId: keyIdOf(publicKey),
      publicKey,
      followsKeyId,
      addedAt: clock.now(),
      addedBy: by,
    };
  };

  async function refuseRevoked(keyIds: readonly string[]): Promise<void> {
    const revoked = await store
      .table(revocations)
      .in(scope)
      .findOne({ kind: 'key', subject: { $in: keyIds } });
    if (revoked) throw new KeyRotationInvalidError(`the key ${revoked.subject} was revoked`);
  }

  return {
    listPublishers: (): Promise<Publisher[]> => table.find({}, { sort: { name: 1 } }),
    /** Trusts somebody by a public key (base64). Throws KeyUnreadableError, PublisherTakenError. */
    async addPublisher(name: string, publicKey: string, by: string): Promise<Publisher> {
      const keys = [keyOf(publicKey, by, null)];
      const row = { name: name.trim(), keys: keys as never, addedAt: clock.now() };
      const added = await keepUnique(row.name, () => table.insert(row));
      onChange();
      return added;
    },
    /** From now on their packages are of an unknown publisher. Throws PublisherNotFoundError. */
    async removePublisher(id: Id): Promise<void> {
      const removed = await table.deleteMany({ _id: id });
      if (removed === 0) throw new PublisherNotFoundError(id.toHexString());
      onChange();
    },
    /**
     * A statement of `rotateKey` gives its publisher one more key. The old one stays until it is
     * revoked. Throws KeyRotationInvalidError, PublisherNotFoundError, PublisherTakenError.
     */
    async addKey(id: Id, statement: unknown, by: string): Promise<Publisher> {
      const publisher = await table.byId(id);
      if (!publisher) throw new PublisherNotFoundError(id.toHexString());
      const { oldKey, newKey } = checkRotation(statement);
      const [oldKeyId, newKeyId] = [keyIdOf(oldKey), keyIdOf(newKey)];
      if (!publisher.keys.some(({ keyId }) => keyId === oldKeyId)) {
        throw new KeyRotationInvalidError(`the old key is not one of ${publisher.name}`);
      }
      await refuseRevoked([oldKeyId, newKeyId]);
      const added = await keepUnique(publisher.name, () =>
        table.change(
          { _id: id, 'keys.keyId': { $ne: newKeyId } } as never,
          { $push: { keys: keyOf(newKey, by, oldKeyId) } } as never,
        ),
      );
      if (!added) throw new PublisherTakenError(publisher.name);
      onChange();
      return added;
    },
  };
}

async function keepUnique<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new PublisherTakenError(name);
    throw error;
  }
}
