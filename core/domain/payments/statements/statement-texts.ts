import type { MessageTexts } from '@inning/sdk';

/** What is odd about a statement that was read, by the code of its reader. */
export const statementTexts: MessageTexts = {
  'bank-statement.ACCOUNT_MISSING': {
    nl: 'Dit afschrift zegt niet van welke rekening het is.',
    en: 'This statement does not say of which account it is.',
    de: 'Dieser Kontoauszug nennt kein Konto.',
    fr: 'Ce relevé ne dit pas de quel compte il s’agit.',
  },
  'bank-statement.ACCOUNT_OTHER': {
    nl: 'Dit afschrift is van rekening {account}, niet van de rekening van deze administratie.',
    en: 'This statement is of account {account}, not of the account of this administration.',
    de: 'Dieser Kontoauszug gehört zu Konto {account}, nicht zum Konto dieser Buchhaltung.',
    fr: 'Ce relevé concerne le compte {account}, et non celui de cette administration.',
  },
  'bank-statement.AMOUNT_OF_DETAIL': {
    nl: 'Een boeking heeft zelf geen bedrag. Het bedrag van de betaling erin is gebruikt.',
    en: 'An entry has no amount of its own. The amount of its payment was used.',
    de: 'Eine Buchung hat keinen eigenen Betrag. Der Betrag ihrer Zahlung wurde verwendet.',
    fr: 'Une écriture n’a pas de montant. Celui de son paiement a été utilisé.',
  },
  'bank-statement.ARCHIVE_FILE_PASSED_OVER': {
    nl: 'Niet gelezen, want het is geen afschrift van dit soort: {names}.',
    en: 'Not read, because it is no statement of this kind: {names}.',
    de: 'Nicht gelesen, weil es kein Kontoauszug dieser Art ist: {names}.',
    fr: 'Non lu, car ce n’est pas un relevé de ce type : {names}.',
  },
  'bank-statement.BALANCES_DIFFER': {
    nl: 'De saldi kloppen niet: {openingCents} en boekingen van {bookedCents} maken {expectedCents}, maar het eindsaldo is {closingCents}.',
    en: 'The balances do not add up: {openingCents} and bookings of {bookedCents} make {expectedCents}, but the statement closes with {closingCents}.',
    de: 'Die Salden stimmen nicht: {openingCents} und Buchungen von {bookedCents} ergeben {expectedCents}, der Endsaldo ist aber {closingCents}.',
    fr: 'Les soldes ne concordent pas : {openingCents} et des écritures de {bookedCents} font {expectedCents}, mais le solde final est de {closingCents}.',
  },
  'bank-statement.BALANCE_NOT_FOLLOWING': {
    nl: 'Een saldo volgt niet uit het vorige saldo en het bedrag.',
    en: 'A balance does not follow from the one before and the amount.',
    de: 'Ein Saldo ergibt sich nicht aus dem vorigen Saldo und dem Betrag.',
    fr: 'Un solde ne découle pas du solde précédent et du montant.',
  },
  'bank-statement.BALANCES_MISSING': {
    nl: 'Dit afschrift heeft geen saldi. Er kan niet worden nagerekend of er een regel ontbreekt.',
    en: 'This statement has no balances, so it cannot be checked whether a line is missing.',
    de: 'Dieser Kontoauszug hat keine Salden. Ob eine Zeile fehlt, lässt sich nicht nachrechnen.',
    fr: 'Ce relevé n’a pas de soldes. Impossible de vérifier s’il manque une ligne.',
  },
  'bank-statement.BALANCE_CURRENCIES': {
    nl: 'Er staan bedragen in meer dan één munt in. De saldi zijn niet nagerekend.',
    en: 'It has amounts in more than one currency. The balances were not checked.',
    de: 'Er enthält Beträge in mehreren Währungen. Die Salden wurden nicht nachgerechnet.',
    fr: 'Il contient des montants en plusieurs devises. Les soldes n’ont pas été vérifiés.',
  },
  'bank-statement.BATCH_AMOUNTS_MISSING': {
    nl: 'De betalingen in een verzamelboeking hebben geen eigen bedrag. De boeking is één regel gebleven.',
    en: 'The payments in a batch have no amounts of their own. The batch was kept as one line.',
    de: 'Die Zahlungen einer Sammelbuchung haben keine eigenen Beträge. Sie blieb eine Zeile.',
    fr: 'Les paiements d’une écriture groupée n’ont pas de montant. Elle reste une seule ligne.',
  },
  'bank-statement.BATCH_DIFFERS': {
    nl: 'De betalingen in een verzamelboeking tellen niet op tot het bedrag. De boeking is één regel gebleven.',
    en: 'The payments in a batch do not add up to its amount. The batch was kept as one line.',
    de: 'Die Zahlungen einer Sammelbuchung ergeben nicht ihren Betrag. Sie blieb eine Zeile.',
    fr: 'Les paiements d’une écriture groupée ne font pas son montant. Elle reste une seule ligne.',
  },
  'bank-statement.CURRENCY_MISSING': {
    nl: 'Dit afschrift noemt geen munt.',
    en: 'This statement names no currency.',
    de: 'Dieser Kontoauszug nennt keine Währung.',
    fr: 'Ce relevé n’indique pas de devise.',
  },
  'bank-statement.DAY_ASSUMED': {
    nl: 'Een boeking heeft geen boekdatum. De valutadatum of de dag van het afschrift is gebruikt.',
    en: 'An entry has no booking day. Its value day or the day of the statement was used.',
    de: 'Eine Buchung hat kein Buchungsdatum. Wertstellung oder Auszugsdatum wurde verwendet.',
    fr: 'Une écriture n’a pas de date. La date de valeur ou celle du relevé a été utilisée.',
  },
  'bank-statement.DAY_MOVED': {
    nl: 'Een dag die niet in februari bestaat, is gelezen als de laatste dag van februari.',
    en: 'A day that February does not have was read as its last day.',
    de: 'Ein Tag, den es im Februar nicht gibt, wurde als letzter Februartag gelesen.',
    fr: 'Un jour qui n’existe pas en février a été lu comme le dernier jour du mois.',
  },
  'bank-statement.ENTRY_NOT_BOOKED': {
    nl: 'Een boeking die nog niet is uitgevoerd ({status}), is overgeslagen.',
    en: 'An entry that is not booked yet ({status}) was left out.',
    de: 'Eine noch nicht ausgeführte Buchung ({status}) wurde ausgelassen.',
    fr: 'Une écriture pas encore comptabilisée ({status}) a été ignorée.',
  },
  'bank-statement.FIELD_ODD': {
    nl: 'Het veld :{tag}: bevat tekst en is als tekst gelezen.',
    en: 'The field :{tag}: holds a text and was read as one.',
    de: 'Das Feld :{tag}: enthält Text und wurde als Text gelesen.',
    fr: 'Le champ :{tag}: contient du texte et a été lu comme tel.',
  },
  'bank-statement.INTERIM': {
    nl: 'Dit is {format}, een overzicht van tussentijds. Deze regels komen nog eens in het afschrift, en tellen dan één keer.',
    en: 'This is {format}, a report in between. Its lines come again in the statement, and count once.',
    de: 'Dies ist {format}, ein Bericht zwischendurch. Die Zeilen kommen im Auszug erneut und zählen einmal.',
    fr: 'Ceci est un {format}, un rapport intermédiaire. Ses lignes reviendront dans le relevé et comptent une fois.',
  },
  'bank-statement.LINE_AFTER_CLOSING': {
    nl: 'Er staat een regel na het eindsaldo.',
    en: 'A line stands after the closing balance.',
    de: 'Eine Zeile steht nach dem Endsaldo.',
    fr: 'Une ligne se trouve après le solde final.',
  },
  'bank-statement.LINE_EXPECTED': {
    nl: 'Een regel die alleen is aangekondigd, is overgeslagen.',
    en: 'A line that is only expected was left out.',
    de: 'Eine nur angekündigte Zeile wurde ausgelassen.',
    fr: 'Une ligne seulement annoncée a été ignorée.',
  },
  'bank-statement.LINE_ZERO': {
    nl: 'Een regel van nul is overgeslagen.',
    en: 'A line of zero was left out.',
    de: 'Eine Zeile mit Betrag null wurde ausgelassen.',
    fr: 'Une ligne d’un montant nul a été ignorée.',
  },
  'bank-statement.SIGN_MISSING': {
    nl: 'Een saldo zegt niet of het positief is. Het is als positief gelezen.',
    en: 'A balance does not say whether it is in credit. It was read as in credit.',
    de: 'Ein Saldo sagt nicht, ob er positiv ist. Er wurde als positiv gelesen.',
    fr: 'Un solde ne dit pas s’il est positif. Il a été lu comme positif.',
  },
  'bank-statement.STATEMENT_CUT_OFF': {
    nl: 'Afschrift {number} stopt vóór het eindsaldo. Het bestand is afgebroken.',
    en: 'Statement {number} stops before its closing balance. The file was cut off.',
    de: 'Kontoauszug {number} endet vor dem Endsaldo. Die Datei ist abgebrochen.',
    fr: 'Le relevé {number} s’arrête avant le solde final. Le fichier est incomplet.',
  },
  'bank-statement.STATEMENT_REPEATED': {
    nl: 'Dit afschrift staat meer dan één keer in het bestand. De regels tellen één keer.',
    en: 'This statement is in the file more than once. Its lines count once.',
    de: 'Dieser Kontoauszug steht mehrfach in der Datei. Die Zeilen zählen einmal.',
    fr: 'Ce relevé figure plusieurs fois dans le fichier. Ses lignes comptent une fois.',
  },
  'bank-statement.NOTE': {
    nl: 'De lezer van het bestand zegt: {said}',
    en: 'The reader of the file says: {said}',
    de: 'Das Leseprogramm sagt: {said}',
    fr: 'Le lecteur du fichier dit : {said}',
  },
};
