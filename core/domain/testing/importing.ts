import type { InputFile } from '@inning/sdk';
import { debtors } from '../debtors/index.ts';
import { invoices } from '../invoices/index.ts';
import { jsonFile } from './json-importer.ts';
import type { World } from './world.ts';

export type Lines = Parameters<typeof jsonFile>[0];

/** Looking at files and taking them in, and what is there afterwards. */
export function importing(world: () => World) {
  const preview = (...files: InputFile[]) => {
    const { imports, scope, place } = world();
    return imports.preview(scope, { administrationId: place.administrationId, files, by: 'Anna' });
  };
  return {
    preview,
    async commit(lines: Lines) {
      const { _id: importId } = await preview(jsonFile(lines));
      return world().imports.commit(world().scope, { importId, by: 'Anna' });
    },
    async itemsOf(lines: Lines) {
      const { _id } = await preview(jsonFile(lines));
      return (await world().imports.items(world().scope, _id)).items;
    },
    invoiceOf: (number: string) =>
      world().store.table(invoices).in(world().scope).findOne({ number }),
    debtorOf: (number: string) =>
      world().store.table(debtors).in(world().scope).findOne({ number }),
  };
}
