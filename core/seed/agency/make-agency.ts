import type { App } from '../../app.ts';
import { administrations } from '../../domain/administrations/index.ts';
import { shippedFlows } from '../../flows/index.ts';
import { type AdministrationKey, agencyScope, type Id, type Scope } from '../../store/index.ts';
import { flowChoiceOf } from '../flow-choice.ts';
import { inventIban } from '../iban.ts';
import { DEMO_CREDITORS, type DemoBooks, type DemoCreditor } from './demo-shops.ts';

export const DEMO_AGENCY = {
  name: 'Incassobureau De Brug',
  slug: 'de-brug',
  email: 'post@debrug.example',
  phone: '030 555 00 10',
  collectsForOthers: true,
  registrationNumber: 'RID-2026-0417',
  complaints: 'klachten@debrug.example',
};

/** A set of books that was made, with what is to happen in it. */
export type MadeBooks = {
  readonly place: AdministrationKey;
  readonly scope: Scope;
  readonly iban: string;
  readonly demo: DemoBooks;
};

/** Flows, creditors and their books. The agency itself comes last of all, so that none is ever half. */
export async function makeBooks(app: App, agencyId: Id): Promise<MadeBooks[]> {
  const scope = agencyScope(agencyId);
  const flowIds = await app.flows.definitions.ensure(scope, agencyId, shippedFlows());
  const flowChoice = flowChoiceOf(flowIds);
  const made: MadeBooks[] = [];
  for (const demo of DEMO_CREDITORS) {
    const creditor = await app.rooms.creditors.create(scope, creditorRow(agencyId, demo));
    for (const books of demo.books) {
      const iban = inventIban('RABO', books.accountSequence);
      const mail = `administratie@${books.mailDomain}`;
      const row = await app.store.table(administrations).in(scope).insert({
        agencyId,
        creditorId: creditor._id,
        name: books.name,
        number: books.number,
        iban,
        accountName: demo.name,
        senderName: books.senderName,
        senderEmail: mail,
        replyTo: mail,
        flowChoice,
      });
      const place = { agencyId, creditorId: creditor._id, administrationId: row._id };
      made.push({ place, scope, iban, demo: books });
    }
  }
  return made;
}

const creditorRow = (agencyId: Id, demo: DemoCreditor) => ({
  agencyId,
  name: demo.name,
  number: demo.number,
  email: `administratie@${demo.mailDomain}`,
  phone: demo.phone,
  companyNumber: demo.companyNumber,
  address: {
    street: demo.street,
    houseNumber: demo.houseNumber,
    postcode: demo.postcode,
    city: demo.city,
    country: 'NL',
  },
});
