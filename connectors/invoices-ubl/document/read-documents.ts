import type { ImportedDocument } from '@inning/sdk';
import { type Reading, show, where } from './reading.ts';
import { findAll, findFilled, plainText, type XmlElement } from '../xml/xml-element.ts';

/** Attachments that EN 16931 allows, with how such a file starts where it has a fixed start. */
const KINDS: Readonly<Record<string, { readonly extension: string; readonly start: string }>> = {
  'application/pdf': { extension: 'pdf', start: '%PDF-' },
  'image/png': { extension: 'png', start: '\u0089PNG' },
  'image/jpeg': { extension: 'jpg', start: '\u00ff\u00d8\u00ff' },
  'text/csv': { extension: 'csv', start: '' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extension: 'xlsx',
    start: 'PK',
  },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', start: 'PK' },
};
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Embedded attachments. One that is not what it says it is, is left out with a warning. */
export function readDocuments(document: XmlElement, reading: Reading): ImportedDocument[] {
  return findAll(document, 'AdditionalDocumentReference').flatMap((reference) => {
    const embedded = findFilled(reference, 'Attachment/EmbeddedDocumentBinaryObject');
    if (embedded === null) return [];
    const read = readEmbedded(embedded);
    if ('problem' in read) {
      reading.warnings.push(`The attachment of ${where(embedded)} was left out: ${read.problem}.`);
      return [];
    }
    const { mediaType, bytes, extension } = read;
    return [{ name: nameOf(reference, embedded, extension), mediaType, bytes }];
  });
}

type Embedded = { readonly mediaType: string; readonly bytes: Buffer; readonly extension: string };

function readEmbedded(embedded: XmlElement): Embedded | { readonly problem: string } {
  const mediaType = (embedded.attributes.get('mimeCode') ?? '').trim().toLowerCase();
  const kind = Object.hasOwn(KINDS, mediaType) ? KINDS[mediaType] : undefined;
  if (kind === undefined) return { problem: `its type ${show(mediaType)} is not allowed` };
  const bytes = decodeBase64(embedded.text);
  if (bytes === null) return { problem: 'it is not correct base64' };
  const start = bytes.subarray(0, 8).toString('latin1');
  if (!start.startsWith(kind.start)) return { problem: `it is not ${mediaType} as it says` };
  return { mediaType, bytes, extension: kind.extension };
}

function nameOf(reference: XmlElement, embedded: XmlElement, extension: string): string {
  const id = findFilled(reference, 'ID');
  const given = safeName(embedded.attributes.get('filename') ?? '');
  const name = given ?? safeName(id ? plainText(id) : '') ?? 'attachment';
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}

function decodeBase64(text: string): Buffer | null {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !BASE64.test(packed)) return null;
  return Buffer.from(packed, 'base64');
}

/** A bare file name: no folders, no control characters, no leading dots; null when nothing is left. */
function safeName(name: string): string | null {
  const bare = name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  return bare === '' ? null : bare.slice(-100);
}
