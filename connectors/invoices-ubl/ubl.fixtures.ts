import type { ImportItem, InputFile } from '@inning/sdk';
import { ublImporter } from './ubl-importer.ts';

export type Parts = {
  readonly head?: string;
  readonly id?: string;
  readonly issued?: string;
  readonly due?: string;
  readonly currency?: string;
  readonly customer?: string;
  readonly totals?: string;
  readonly rest?: string;
};

export const CUSTOMER = `<cac:PartyName><cbc:Name>Bakkerij Korenaar</cbc:Name></cac:PartyName>`;
export const payable = (amount: string, currency = 'EUR') =>
  `<cbc:PayableAmount currencyID="${currency}">${amount}</cbc:PayableAmount>`;

const NAMESPACES =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" ' +
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

/** A small document of which each part can be replaced. */
export function ubl(root: 'Invoice' | 'CreditNote', parts: Parts = {}): string {
  return `${parts.head ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${NAMESPACES}>
${parts.id ?? '<cbc:ID>2026-0041</cbc:ID>'}
${parts.issued ?? '<cbc:IssueDate>2026-03-01</cbc:IssueDate>'}
${parts.due ?? ''}
${parts.currency ?? '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>'}
<cac:AccountingCustomerParty><cac:Party>${parts.customer ?? CUSTOMER}</cac:Party></cac:AccountingCustomerParty>
${parts.rest ?? ''}
<cac:LegalMonetaryTotal>${parts.totals ?? payable('121.00')}</cac:LegalMonetaryTotal>
</${root}>`;
}

export const invoiceXml = (parts: Parts = {}) => ubl('Invoice', parts);
export const fileOf = (content: string | Uint8Array): InputFile => ({
  name: 'factuur.xml',
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

export async function readAll(content: string | Uint8Array): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of ublImporter.read(fileOf(content), {})) items.push(item);
  return items;
}

/** The only item, which must be an invoice. */
export async function readOne(content: string | Uint8Array) {
  const [item, ...others] = await readAll(content);
  if (!item || !('invoice' in item) || others.length > 0) {
    throw new Error(`not one invoice: ${JSON.stringify(item)}`);
  }
  return item;
}

/** The only item, which must be refused. */
export async function refusedOne(content: string | Uint8Array) {
  const [item] = await readAll(content);
  if (!item || !('refused' in item)) throw new Error(`not refused: ${JSON.stringify(item)}`);
  return { ...item.refused, place: item.place };
}
