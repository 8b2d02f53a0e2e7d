import type { ImportItem, InputFile, InvoiceImportPort } from '@inning/sdk';
import { decodeXml } from './xml/decode-xml.ts';
import { checkRoot, documentsIn, scoreOf } from './find-document.ts';
import { readInvoice } from './document/read-invoice.ts';
import { readXml } from './xml/read-xml.ts';
import { createReading } from './document/reading.ts';
import { elementPlace, type XmlElement } from './xml/xml-element.ts';

/** Throws `FileUnreadableError` for a file that is not UBL, broken XML or hostile XML. */
export const ublImporter: InvoiceImportPort = {
  title: {
    nl: 'UBL / Peppol',
    en: 'UBL / Peppol',
    de: 'UBL / Peppol',
    fr: 'UBL / Peppol',
  },

  recognise(file: InputFile): number {
    return scoreOf(file.bytes);
  },

  async *read(file: InputFile): AsyncIterable<ImportItem> {
    const root = await readXml(file.name, decodeXml(file), (element) =>
      checkRoot(file.name, element),
    );
    for (const document of documentsIn(file.name, root)) yield readItem(document);
  },
};

function readItem(document: XmlElement): ImportItem {
  const reading = createReading();
  const invoice = readInvoice(document, reading);
  const [problem] = reading.problems;
  if (problem === undefined && invoice !== null) {
    return { place: elementPlace(document), invoice, warnings: reading.warnings };
  }
  return {
    place: problem?.place ?? elementPlace(document),
    refused: {
      code: problem?.code ?? 'INVOICE_UNREADABLE',
      message: [...reading.problems.map(({ message }) => message), ...reading.warnings].join(' '),
    },
  };
}
