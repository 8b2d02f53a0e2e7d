import { SaxesParser } from 'saxes';
import { ICON_PATH } from '../archive/package-paths.ts';
import { PackageInvalidError } from '../packages.errors.ts';
import { readText } from './canonical-json.ts';

/** Shapes and their colours; nothing that runs, loads, animates or holds a page. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path circle ellipse line polyline polygon rect ' +
    'linearGradient radialGradient stop clipPath mask'
  ).split(' '),
);
const NAMESPACES = new Set(['xmlns', 'xmlns:xlink', 'xlink:href', 'xml:space']);

/** A picture without scripts, styles or anything from elsewhere. Throws PackageInvalidError. */
export function checkIcon(bytes: Uint8Array): void {
  const text = readText(ICON_PATH, bytes);
  const refuse = (problem: string): never => {
    throw new PackageInvalidError(ICON_PATH, problem);
  };
  let root: string | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => refuse(`is not XML: ${error.message}`));
  parser.on('doctype', () => refuse('has a document type'));
  parser.on('processinginstruction', () => refuse('has a processing instruction'));
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    if (!ELEMENTS.has(name)) refuse(`has an element <${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      const problem = checkAttribute(attribute, value);
      if (problem) refuse(`has an attribute ${attribute} that ${problem}`);
    }
  });
  parser.write(text).close();
  if (root !== 'svg') refuse('is not an SVG picture');
}

function checkAttribute(name: string, value: string): string | null {
  if (name.includes(':') && !NAMESPACES.has(name)) return 'is not of a picture';
  if (/^(on|style$|src$)/i.test(name)) return 'may run or load something';
  if (/href$/i.test(name) && !value.startsWith('#')) return 'leads outside the picture';
  const loads = value.replace(/url\(\s*['"]?#/gi, '');
  return /url\(|javascript:|data:|\\/i.test(loads) ? 'may run or load something' : null;
}
