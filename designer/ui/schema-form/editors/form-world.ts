import type { CatalogueEntry } from '@inning/sdk';
import { createContext, useContext } from 'react';

/** What stands around a form: what its fields can point at. */
export type FormWorld = {
  /** The other steps of the flow. */
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly types: ReadonlyMap<string, CatalogueEntry>;
  /** The country of the flow, such as `NL`; null where there is none. */
  readonly country: string | null;
};

const NOWHERE: FormWorld = { steps: [], types: new Map(), country: null };
const FormWorldContext = createContext<FormWorld>(NOWHERE);
export const FormWorldProvider = FormWorldContext.Provider;
export const useFormWorld = (): FormWorld => useContext(FormWorldContext);
