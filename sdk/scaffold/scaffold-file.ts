/** What somebody wants to begin with. */
export type ScaffoldChoice = {
  /** Kebab-case; that of a connector is a kind and a system, such as `sms-acme`. */
  readonly id: string;
  readonly kind: 'action' | 'connector';
  /** Which port a connector provides; `sms` comes as a complete example. */
  readonly port?: string;
  /** What package.json depends on: a version, or `file:` and the path of a tarball. */
  readonly sdk: string;
};

/** A file of a new plugin. */
export type ScaffoldFile = { readonly path: string; readonly text: string };
