/** What the address says that one looks at. */
export type WatchSearch = {
  readonly version?: string;
  readonly node?: string;
  readonly outcome?: string;
  readonly case?: string;
  readonly state?: 'stuck' | 'held';
  readonly period?: '1' | '7' | '30';
};

/** Leads to something else on the same screen; what is undefined leaves the address. */
export type Go = (more: { readonly [K in keyof WatchSearch]?: WatchSearch[K] | undefined }) => void;

export type Period = { readonly from: string; readonly to: string };
