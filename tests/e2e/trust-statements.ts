/** The trust account of these stories. */
const IBAN = 'NL91ABNA0417164300';

/** As a bank would write it: one receipt with the number of an invoice, one without. */
export const statement = [
  ':20:STMT1',
  `:25:${IBAN}`,
  ':28C:1/1',
  ':60F:C260301EUR0,00',
  ':61:2603020302C121,50NTRFNONREF//BANKREF00000001',
  ':86:/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/Bakkerij De Korenaar/REMI/factuur DERDEN-2026-001/EREF/E1',
  ':61:2603020302C50,00NTRFNONREF//BANKREF00000002',
  ':86:/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/NAME/J. de Vries/REMI/bedankt/EREF/E2',
  ':61:2603020302D1,50NTRFNONREF//BANKREF00000003',
  ':86:/TRTP/KOSTEN/NAME/Bank/REMI/kosten maart/EREF/E3',
  ':62F:C260302EUR170,00',
  '-',
  '',
].join('\r\n');

/** The rest of the second invoice, a day later. */
export const nextDay = [
  ':20:STMT2',
  `:25:${IBAN}`,
  ':28C:2/1',
  ':60F:C260302EUR170,00',
  ':61:2603030303C71,50NTRFNONREF//BANKREF00000004',
  ':86:/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/Bakkerij De Korenaar/REMI/factuur DERDEN-2026-002/EREF/E4',
  ':62F:C260303EUR241,50',
  '-',
  '',
].join('\r\n');
