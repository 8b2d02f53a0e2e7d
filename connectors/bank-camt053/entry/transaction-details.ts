import type { Place } from '@inning/sdk';
import {
  type Direction,
  readDirection,
  type WrittenMoney,
  writtenMoney,
} from '../statement/amounts.ts';
import { find, placeOf, textAt, type XmlElement } from '../xml/element.ts';
import { type Parties, readParties } from './parties.ts';
import { joinTexts, readRemittance, type Remittance } from './remittance.ts';

/** One transaction of an entry. An entry has none, one, or as many as there were in the batch. */
export type TransactionDetail = Remittance & {
  readonly place: Place;
  readonly amount: WrittenMoney | null;
  readonly direction: Direction | null;
  readonly parties: Parties;
  readonly endToEndId: string | null;
  readonly transactionId: string | null;
  readonly mandateId: string | null;
  readonly ids: readonly string[];
  readonly isReturn: boolean;
  /** An ISO code such as `AC04`, or the bank's own words. */
  readonly returnReason: string | null;
  readonly typeCode: string | null;
};

export function readDetail(details: XmlElement): TransactionDetail {
  const amount = find(details, 'Amt') ?? find(details, 'AmtDtls', 'TxAmt', 'Amt');
  const remittance = readRemittance(details);
  const refs = find(details, 'Refs');
  const ids = ['TxId', 'InstrId', 'EndToEndId', 'AcctSvcrRef', 'UETR', 'MndtId', 'ChqNb'];
  const typeCode = readTypeCode(details);
  return {
    ...remittance,
    description: joinTexts([remittance.description || textAt(details, 'AddtlTxInf')]),
    place: placeOf(details),
    amount: amount === null ? null : writtenMoney(amount),
    direction: readDirection(find(details, 'CdtDbtInd')),
    parties: readParties(details),
    endToEndId: meaningful(refs && textAt(refs, 'EndToEndId')),
    transactionId: meaningful(refs && (textAt(refs, 'TxId') ?? textAt(refs, 'AcctSvcrRef'))),
    mandateId: meaningful(refs && textAt(refs, 'MndtId')),
    ids: refs === null ? [] : ids.map((id) => textAt(refs, id) ?? ''),
    isReturn: find(details, 'RtrInf') !== null || isReturnCode(typeCode),
    returnReason: readReturnReason(details),
    typeCode,
  };
}

function readReturnReason(details: XmlElement): string | null {
  const info = find(details, 'RtrInf');
  if (info === null) return null;
  const reason = find(info, 'Rsn') ?? find(info, 'RtrRsn');
  const code = reason && (textAt(reason, 'Cd') ?? textAt(reason, 'Prtry'));
  return code ?? textAt(info, 'AddtlInf');
}

/** `PMNT-RCDT-ESCT` where the bank uses the ISO codes, else its own code. */
export function readTypeCode(from: XmlElement): string | null {
  const domain = find(from, 'BkTxCd', 'Domn');
  if (domain === null) return textAt(from, 'BkTxCd', 'Prtry', 'Cd');
  const codes = [
    textAt(domain, 'Cd'),
    textAt(domain, 'Fmly', 'Cd'),
    textAt(domain, 'Fmly', 'SubFmlyCd'),
  ];
  return codes.filter((code) => code !== null).join('-') || null;
}

/** Sub-families of the ISO 20022 external code set that undo an earlier payment. */
const RETURN_CODES = ['UPDD', 'PRDD', 'RRTN', 'RPCR'];

export function isReturnCode(typeCode: string | null): boolean {
  return RETURN_CODES.some((code) => typeCode?.endsWith(`-${code}`) ?? false);
}

/** Banks fill an id that the payer left out with words that say so. */
export function meaningful(id: string | null): string | null {
  return id === null || /^(NOT ?PROVIDED|NONREF|NOREF|0+)$/i.test(id) ? null : id;
}
