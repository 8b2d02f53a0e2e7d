import type { MessageTexts } from '@inning/sdk';

/** Why announced costs may not be claimed, and what a person then does. */
export const claimTexts: MessageTexts = {
  'claims.costs-too-early': {
    nl: 'De incassokosten mogen pas vanaf {claimableOn} worden geëist',
    en: 'The collection costs may be claimed only from {claimableOn}',
    de: 'Die Inkassokosten dürfen erst ab {claimableOn} gefordert werden',
    fr: 'Les frais de recouvrement ne peuvent être exigés qu’à partir du {claimableOn}',
  },
  'claims.costs-no-letter': {
    nl: 'De incassokosten zijn nog in geen brief aangezegd',
    en: 'No letter has announced the collection costs yet',
    de: 'Noch kein Brief hat die Inkassokosten angekündigt',
    fr: 'Aucune lettre n’a encore annoncé les frais de recouvrement',
  },
  'claims.costs-receipt-unproven': {
    nl: 'Niet vastgelegd is dat de brief is ontvangen; zonder bewijs begint de termijn niet',
    en: 'Nothing proves that the letter was received; without proof the term does not begin',
    de: 'Der Empfang des Briefes ist nicht belegt; ohne Nachweis beginnt die Frist nicht',
    fr: 'Rien ne prouve la réception de la lettre ; sans preuve, le délai ne commence pas',
  },
  'claims.costs-returned': {
    nl: 'De brief met de aanzegging is teruggekomen',
    en: 'The letter that announced the costs came back',
    de: 'Der Brief mit der Ankündigung kam zurück',
    fr: 'La lettre annonçant les frais est revenue',
  },
  'claims.costs-letter-invalid': {
    nl: 'De brief met de aanzegging voldoet niet aan de wet: {faults}',
    en: 'The letter that announced the costs breaks the law: {faults}',
    de: 'Der Brief mit der Ankündigung entspricht nicht dem Gesetz: {faults}',
    fr: 'La lettre annonçant les frais n’est pas conforme à la loi : {faults}',
  },
  'claims.plain-letter-returned': {
    nl: 'Bericht kwam niet aan, kijk het adres na: {reason}',
    en: 'A message did not arrive, check the address: {reason}',
    de: 'Eine Nachricht kam nicht an, Adresse prüfen: {reason}',
    fr: 'Un message n’est pas arrivé, vérifiez l’adresse : {reason}',
  },
  'claims.letter-refused': {
    nl: 'Kosten zijn niet aangezegd: de mailserver weigerde de brief',
    en: 'Costs were not announced: the mail server refused the letter',
    de: 'Kosten wurden nicht angekündigt: der Mailserver lehnte den Brief ab',
    fr: 'Frais non annoncés : le serveur de messagerie a refusé la lettre',
  },
  'claims.letter-returned': {
    nl: 'Brief met aanzegging van kosten kwam terug: {reason}',
    en: 'Letter announcing costs came back: {reason}',
    de: 'Brief mit Ankündigung der Kosten kam zurück: {reason}',
    fr: 'Lettre annonçant les frais revenue : {reason}',
  },
};
