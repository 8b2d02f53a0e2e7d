import { FileUnreadableError } from '@inning/sdk';
import { elementPlace, type XmlElement } from './xml/xml-element.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const DOCUMENTS = new Map([
  ['Invoice', `${UBL}Invoice-2`],
  ['CreditNote', `${UBL}CreditNote-2`],
]);
/** The envelope in which Peppol carries a document. */
const ENVELOPE = 'StandardBusinessDocument';

const isDocument = ({ name, namespace }: XmlElement) => DOCUMENTS.get(name) === namespace;

/** Throws `FileUnreadableError` that says what the file is when it is not a UBL invoice. */
export function checkRoot(file: string, root: XmlElement): void {
  if (isDocument(root) || root.name === ENVELOPE) return;
  throw new FileUnreadableError(file, `${nameFormat(root)}.`, elementPlace(root));
}

/** The invoices and credit notes in a file: the root itself, or what its envelope holds. */
export function documentsIn(file: string, root: XmlElement): XmlElement[] {
  if (isDocument(root)) return [root];
  const found = root.children.filter(isDocument);
  if (found.length > 0) return found;
  const inside = root.children[0];
  const problem = inside ? `in the envelope, ${nameFormat(inside)}.` : 'the envelope is empty.';
  throw new FileUnreadableError(file, problem, elementPlace(inside ?? root));
}

function nameFormat({ name, namespace }: XmlElement): string {
  if (name === 'CrossIndustryInvoice') {
    return 'this is a CII invoice (as in ZUGFeRD 2, Factur-X and XRechnung), not UBL';
  }
  if (name === 'CrossIndustryDocument') return 'this is a ZUGFeRD 1.0 invoice, not UBL';
  if (name === 'testSet') return 'this is a set of tests for invoice rules, not an invoice';
  if (DOCUMENTS.has(name)) {
    return `this ${name} is not of UBL 2 (its namespace is ${namespace.slice(0, 100) || 'empty'})`;
  }
  if (namespace.startsWith(UBL)) return `this is a UBL ${name.slice(0, 60)}, not an invoice`;
  return `this is not a UBL invoice or credit note; the file starts with <${name.slice(0, 60)}>`;
}

/** How sure we are from the first bytes; foreign invoice formats score low, to be refused by name. */
export function scoreOf(bytes: Uint8Array): number {
  const start = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
  if (/^(?:[^<]{0,3})\s*<\S/.test(start)) {
    if ([...DOCUMENTS.values()].some((namespace) => start.includes(namespace))) return 1;
    return /CrossIndustry(Invoice|Document)/.test(start) || start.includes(UBL) ? 0.5 : 0.1;
  }
  return start.includes('%PDF-') ? 0.1 : 0;
}
