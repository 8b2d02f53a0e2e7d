import { setImmediate } from 'node:timers/promises';
import { FileUnreadableError } from '@inning/sdk';
import { SaxesParser } from 'saxes';
import { createTree } from './build-tree.ts';
import type { XmlElement } from './xml-element.ts';

const MAX_ATTRIBUTES = 60;
const CHUNK = 500_000;

/**
 * Reads well-formed XML into elements. `checkRoot` sees the root first and may throw.
 * Refuses a DOCTYPE, so entities cannot exist, and anything that is nested or multiplied beyond
 * reason. Throws `FileUnreadableError` with the line and the element.
 */
export async function readXml(
  file: string,
  text: string,
  checkRoot: (root: XmlElement) => void,
): Promise<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const stop = (problem: string): never => {
    const field = tree.names.at(-1);
    const place = field === undefined ? {} : { field, path: `/${tree.names.join('/')}` };
    throw new FileUnreadableError(file, problem, { line: parser.line, ...place });
  };
  const tree = createTree({ checkRoot, stop });
  let line = 1;
  let attributes = 0;

  parser.on('error', (error) => stop(`this is not correct XML (${plainReason(error.message)}).`));
  parser.on('doctype', () => stop('a DOCTYPE is not allowed in an invoice, so it was not read.'));
  parser.on('opentagstart', () => {
    line = parser.line;
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) stop(`an element has over ${MAX_ATTRIBUTES} attributes.`);
  });
  parser.on('opentag', (tag) => tree.open(tag, line));
  parser.on('text', tree.addText);
  parser.on('cdata', tree.addText);
  parser.on('closetag', tree.close);

  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    // A large file does not keep the process from its other work.
    await setImmediate();
  }
  parser.close();
  return tree.root() ?? stop('there is no element in it.');
}

/** The parser's words without its own line and column. */
function plainReason(message: string): string {
  return message
    .replace(/^\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 200);
}
