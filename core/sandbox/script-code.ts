import type { PluginCode } from './sandbox.ts';

/** A few lines of an agency as a module, so that they run like a plugin. */
export function scriptCode(source: string, sha256: (text: string) => string): PluginCode {
  // On lines of its own: a comment at its end ends there.
  const module = `export const script = async (claim, today) => {\n${source}\n};\n`;
  return { id: 'script', sha256: sha256(module), source: module };
}
