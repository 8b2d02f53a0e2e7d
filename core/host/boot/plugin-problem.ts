/** Something that keeps a plugin from being switched on; shown with all others at once. */
export type PluginProblem = { readonly plugin: string; readonly problem: string };

export const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
