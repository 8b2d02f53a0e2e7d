import { invariant } from '@inning/sdk';
import { type Id, newId, type Scope, type Store } from '../../store/index.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { ContactNotFoundError, DebtorNotFoundError } from './debtors.errors.ts';

export type ContactFields = {
  readonly name: string;
  readonly role?: string | null;
  readonly gender?: 'male' | 'female' | 'other' | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly mobile?: string | null;
  readonly getsLetters?: boolean;
};
export type ContactPlace = { readonly debtorId: Id; readonly contactId: Id };

/** People at a debtor. Throws `DebtorNotFoundError` and `ContactNotFoundError`. */
export function createContacts({ store }: { readonly store: Store }) {
  const table = (scope: Scope) => store.table(debtors).in(scope);
  const ofContact = (place: ContactPlace) => ({
    _id: place.debtorId,
    'contacts._id': place.contactId,
  });

  async function missing(scope: Scope, place: ContactPlace): Promise<never> {
    if (!(await table(scope).byId(place.debtorId))) {
      throw new DebtorNotFoundError(place.debtorId.toHexString());
    }
    throw new ContactNotFoundError(place.contactId.toHexString());
  }

  return {
    async add(scope: Scope, debtorId: Id, fields: ContactFields): Promise<Debtor> {
      const contact = { ...contactOf(fields), _id: newId() };
      const push = { $push: { contacts: contact } };
      const changed = await table(scope).change({ _id: debtorId }, push as never);
      if (!changed) throw new DebtorNotFoundError(debtorId.toHexString());
      return changed;
    },

    async update(
      scope: Scope,
      place: ContactPlace,
      fields: Partial<ContactFields>,
    ): Promise<Debtor> {
      const set = Object.entries(fields).map(([field, value]) => [`contacts.$.${field}`, value]);
      invariant(set.length > 0, 'a change changes something');
      const changed = await table(scope).change(
        ofContact(place) as never,
        { $set: Object.fromEntries(set) } as never,
      );
      return changed ?? missing(scope, place);
    },

    async remove(scope: Scope, place: ContactPlace): Promise<Debtor> {
      const pull = { $pull: { contacts: { _id: place.contactId } } };
      const changed = await table(scope).change(ofContact(place) as never, pull as never);
      return changed ?? missing(scope, place);
    },
  };
}

const contactOf = (fields: ContactFields) => ({
  name: fields.name,
  role: fields.role ?? null,
  gender: fields.gender ?? null,
  email: fields.email ?? null,
  phone: fields.phone ?? null,
  mobile: fields.mobile ?? null,
  getsLetters: fields.getsLetters ?? false,
});
