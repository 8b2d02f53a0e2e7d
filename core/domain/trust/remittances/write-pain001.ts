import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { messageIdOf } from './end-to-end-id.ts';
import type { RemittedPayment, TrustRemittance } from './trust-remittance.model.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/**
 * The file that asks a bank to pay: ISO 20022 pain.001.001.09, as SEPA credit transfers, each booked by
 * itself. Made of what is stored alone, so that it is the same bytes and the same ids every time.
 * Payments that were cancelled are not in it. Source: EPC132-08, customer-to-bank rules of the SCT.
 */
export function writePain001(
  remittance: TrustRemittance,
  account: Pick<TrustAccount, 'iban' | 'bic' | 'holderName' | 'currency'>,
): string {
  const id = messageIdOf(remittance._id);
  const payments = remittance.payments.filter((one) => one.state !== 'cancelled');
  const sum = decimal(payments.reduce((total, one) => total + one.amountCents, 0));
  const totals = `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`;
  const at = (remittance.approved?.at ?? remittance.proposed?.at)?.toISOString() ?? '';
  const holder = `<Nm>${text(account.holderName, 70)}</Nm>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="${NAMESPACE}"><CstmrCdtTrfInitn>`,
    `<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${at}</CreDtTm>${totals}<InitgPty>${holder}</InitgPty></GrpHdr>`,
    `<PmtInf><PmtInfId>${id}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg>${totals}`,
    '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>',
    `<ReqdExctnDt><Dt>${remittance.executeOn}</Dt></ReqdExctnDt>`,
    `<Dbtr>${holder}</Dbtr><DbtrAcct><Id><IBAN>${account.iban}</IBAN></Id>`,
    `<Ccy>${account.currency}</Ccy></DbtrAcct><DbtrAgt>${agentOf(account.bic)}</DbtrAgt>`,
    '<ChrgBr>SLEV</ChrgBr>',
    ...payments.map((one) => transfer(one, { remittance, currency: account.currency })),
    '</PmtInf></CstmrCdtTrfInitn></Document>',
    '',
  ].join('\n');
}

const agentOf = (bic: string | null | undefined): string =>
  bic
    ? `<FinInstnId><BICFI>${text(bic, 11)}</BICFI></FinInstnId>`
    : '<FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId>';

function transfer(
  payment: RemittedPayment,
  { remittance, currency }: { readonly remittance: TrustRemittance; readonly currency: string },
): string {
  const amount = `<InstdAmt Ccy="${currency}">${decimal(payment.amountCents)}</InstdAmt>`;
  const says = `Afdracht ${remittance.number} ${payment.creditorName}`;
  return [
    `<CdtTrfTxInf><PmtId><EndToEndId>${payment.endToEndId}</EndToEndId></PmtId>`,
    `<Amt>${amount}</Amt><Cdtr><Nm>${text(payment.accountName, 70)}</Nm></Cdtr>`,
    `<CdtrAcct><Id><IBAN>${payment.iban}</IBAN></Id></CdtrAcct>`,
    `<RmtInf><Ustrd>${text(says, 140)}</Ustrd></RmtInf></CdtTrfTxInf>`,
  ].join('');
}

/** Whole euros and cents with a point, without ever being a fraction. */
function decimal(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Banks take only these signs (EPC217-08); others lose their accents or become a point. */
function text(given: string, length: number): string {
  const plain = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('&', '+')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, '.')
    .trim();
  return (plain || '.').slice(0, length);
}
