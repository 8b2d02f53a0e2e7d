import { createHash } from 'node:crypto';
import mjml2html from 'mjml';
import { TemplateInvalidError } from '../documents.errors.ts';
import { findUnsafeMarkup } from './find-unsafe-markup.ts';

/** Compiles MJML with its merge fields still in it, once per source. */
export type MjmlCompiler = (file: string, source: string) => Promise<string>;

export function createMjmlCompiler(): MjmlCompiler {
  const cache = new Map<string, Promise<string>>();
  return (file, source) => {
    const key = createHash('sha256').update(source).digest('hex');
    const known = cache.get(key);
    if (known) return known;
    const compiled = compile(file, source);
    // A broken template is not kept: its error names the file that asked for it.
    compiled.catch(() => cache.delete(key));
    cache.set(key, compiled);
    return compiled;
  };
}

async function compile(file: string, source: string): Promise<string> {
  const html = await strictHtml(file, source);
  const [problem] = findUnsafeMarkup(html);
  if (problem) throw new TemplateInvalidError(file, problem);
  return html.replace(/^\s+/gm, '');
}

async function strictHtml(file: string, source: string): Promise<string> {
  try {
    // No fonts and no includes: a letter brings nothing in from elsewhere.
    const options = {
      validationLevel: 'strict',
      fonts: {},
      keepComments: false,
      ignoreIncludes: true,
    };
    const { html } = await mjml2html(source, options as Parameters<typeof mjml2html>[1]);
    return html;
  } catch (cause) {
    throw new TemplateInvalidError(file, problemOf(cause), { cause });
  }
}

type MjmlProblem = { readonly line: number; readonly message: string };

/** The first problem; its line counts in the source with its parts filled in. */
function problemOf(cause: unknown): string {
  const [first] = (cause as { errors?: readonly MjmlProblem[] }).errors ?? [];
  if (first) return `line ${first.line}: ${first.message}`;
  return cause instanceof Error ? cause.message : String(cause);
}
