import type { Locale } from '@inning/sdk';
import { LetterValuesSchema } from '../letter-values.ts';
import { createLiquidEngines } from './liquid-engines.ts';
import { composeMjml, composeText, sourceOf, type TemplateFiles } from './template-files.ts';
import { parseTemplateMeta } from './template-meta.ts';

/** A merge field that a letter may use: `invoices.number` is the number of each invoice. */
export type LetterVariable = { readonly path: string; readonly description: string };

type SchemaNode = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
};

/** Every merge field there is, in alphabetical order. */
export function listLetterVariables(): LetterVariable[] {
  return leavesOf('', LetterValuesSchema as SchemaNode).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leavesOf(path: string, node: SchemaNode): LetterVariable[] {
  const own = path === '' ? [] : [{ path, description: node.description ?? '' }];
  if (node.items) return [...own, ...leavesOf(path, node.items).slice(1)];
  const properties = Object.entries(node.properties ?? {});
  if (properties.length === 0) return own;
  const inner = properties.flatMap(([name, child]) =>
    leavesOf(path === '' ? name : `${path}.${name}`, child),
  );
  return path === '' ? inner : [...own, ...inner];
}

/** The merge fields that a template uses in its subject, HTML and text, in alphabetical order. */
export function findTemplateVariables(
  files: TemplateFiles,
  locale: Locale,
  template: string,
): string[] {
  const path = `${locale}/${template}`;
  const { plain } = createLiquidEngines(locale);
  const sources = [
    parseTemplateMeta(`${path}.meta.json`, sourceOf(files, `${path}.meta.json`)).subject,
    composeMjml(files, `${path}.mjml`),
    composeText(files, `${path}.txt.liquid`),
  ];
  const found = sources.flatMap((source) => plain.fullVariablesSync(plain.parse(source)));
  return [...new Set(found.map(pathOf))].sort();
}

/** `invoices[0].number`, `invoice.number` in a loop, and `invoices.size` say the same thing; so for `line` and interest. */
const pathOf = (variable: string) =>
  variable
    .replace(/\[\d+\]/g, '')
    .replace(/^invoice\./, 'invoices.')
    .replace(/^line\./, 'interest.')
    .replace(/\.size$/, '');
