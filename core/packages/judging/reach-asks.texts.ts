import type { MessageTexts } from '@inning/sdk';

// oxlint-disable-next-line max-params -- four languages in the order of a row
const text = (nl: string, en: string, de: string, fr: string) => ({ nl, en, de, fr });

/** Whom it reaches, with whom it speaks, and what it hears. */
export const reachAskTexts: MessageTexts = {
  'packages.channel.mail': text(
    'Benadert debiteuren per e-mail',
    'Contacts debtors by e-mail',
    'Wendet sich per E-Mail an Schuldner',
    'Contacte les débiteurs par e-mail',
  ),
  'packages.channel.post': text(
    'Benadert debiteuren per post',
    'Contacts debtors by post',
    'Wendet sich per Post an Schuldner',
    'Contacte les débiteurs par courrier',
  ),
  'packages.channel.phone': text(
    'Belt debiteuren',
    'Calls debtors',
    'Ruft Schuldner an',
    'Appelle les débiteurs',
  ),
  'packages.channel.sms': text(
    'Stuurt debiteuren sms-berichten',
    'Sends text messages to debtors',
    'Sendet Schuldnern SMS',
    'Envoie des SMS aux débiteurs',
  ),
  'packages.channel.other': text(
    'Benadert debiteuren via {name}',
    'Contacts debtors by {name}',
    'Wendet sich über {name} an Schuldner',
    'Contacte les débiteurs par {name}',
  ),
  'packages.host': text(
    'Stuurt gegevens naar {host} en haalt ze daar op',
    'Sends data to {host} and fetches it there',
    'Sendet Daten an {host} und holt sie dort ab',
    'Envoie des données à {host} et en reçoit',
  ),
  'packages.hosts-below': text(
    'Stuurt gegevens naar elk adres onder {host} en haalt ze daar op',
    'Sends data to any address below {host} and fetches it there',
    'Sendet Daten an jede Adresse unter {host} und holt sie dort ab',
    'Envoie des données à toute adresse sous {host} et en reçoit',
  ),
  'packages.credential': text(
    'Laat het platform de toegang “{name}” meesturen naar {host}',
    'Has the platform send the credential “{name}” along to {host}',
    'Lässt die Plattform den Zugang „{name}“ an {host} mitsenden',
    'Fait envoyer par la plateforme l’accès « {name} » à {host}',
  ),
  'packages.port.mail': text(
    'Verstuurt de e-mail van het platform',
    'Sends the e-mail of the platform',
    'Versendet die E-Mails der Plattform',
    'Envoie les e-mails de la plateforme',
  ),
  'packages.port.invoice-import': text(
    'Leest bestanden met facturen in',
    'Reads files with invoices',
    'Liest Dateien mit Rechnungen ein',
    'Lit des fichiers de factures',
  ),
  'packages.port.bank-statement': text(
    'Leest bankafschriften in',
    'Reads bank statements',
    'Liest Kontoauszüge ein',
    'Lit des relevés bancaires',
  ),
  'packages.port.payment-match': text(
    'Stelt voor bij welke facturen betalingen horen',
    'Proposes to which invoices payments belong',
    'Schlägt vor, zu welchen Rechnungen Zahlungen gehören',
    'Propose à quelles factures rattacher les paiements',
  ),
  'packages.port.post': text(
    'Print en verstuurt brieven per post',
    'Prints letters and sends them by post',
    'Druckt Briefe und versendet sie per Post',
    'Imprime des lettres et les poste',
  ),
  'packages.port.voice': text(
    'Verzorgt telefoongesprekken',
    'Makes telephone calls',
    'Führt Telefongespräche',
    'Passe des appels téléphoniques',
  ),
  'packages.port.sms': text(
    'Verstuurt de sms-berichten van het platform',
    'Sends the text messages of the platform',
    'Versendet die SMS der Plattform',
    'Envoie les SMS de la plateforme',
  ),
  'packages.port.bookkeeping-import': text(
    'Haalt facturen en debiteuren uit een boekhouding',
    'Fetches invoices and debtors from a bookkeeping system',
    'Holt Rechnungen und Schuldner aus einer Buchhaltung',
    'Reprend factures et débiteurs d’une comptabilité',
  ),
  'packages.port.bank-feed': text(
    'Haalt bij- en afschrijvingen op bij de bank',
    'Fetches what came in and went out from the bank',
    'Holt Ein- und Ausgänge von der Bank',
    'Récupère les mouvements auprès de la banque',
  ),
  'packages.port.payment-provider': text(
    'Laat debiteuren online betalen',
    'Lets debtors pay online',
    'Lässt Schuldner online zahlen',
    'Permet aux débiteurs de payer en ligne',
  ),
  'packages.port.case-handover': text(
    'Draagt dossiers over aan anderen',
    'Hands cases over to others',
    'Gibt Akten an andere ab',
    'Transmet des dossiers à d’autres',
  ),
  'packages.port.report-sink': text(
    'Levert rapportages af',
    'Delivers reports',
    'Liefert Berichte ab',
    'Livre des rapports',
  ),
  'packages.port.credit-rating': text(
    'Vraagt de kredietwaardigheid van debiteuren op',
    'Asks for the credit rating of debtors',
    'Fragt die Bonität von Schuldnern ab',
    'Demande la solvabilité des débiteurs',
  ),
  'packages.port.other': text(
    'Verzorgt de koppeling {name} van het platform',
    'Provides the connection {name} of the platform',
    'Stellt die Anbindung {name} der Plattform',
    'Fournit la liaison {name} de la plateforme',
  ),
  'packages.hears.invoice': text(
    'Hoort wanneer facturen binnenkomen, betaald of gecrediteerd worden',
    'Hears when invoices come in, are paid or credited',
    'Erfährt, wenn Rechnungen eingehen, bezahlt oder gutgeschrieben werden',
    'Apprend quand des factures arrivent, sont payées ou créditées',
  ),
  'packages.hears.payment': text(
    'Hoort wanneer betalingen geboekt of teruggedraaid worden',
    'Hears when payments are booked or taken back',
    'Erfährt, wenn Zahlungen gebucht oder zurückgenommen werden',
    'Apprend quand des paiements sont enregistrés ou repris',
  ),
  'packages.hears.debtor': text(
    'Hoort wanneer er iets aan een debiteur verandert',
    'Hears when something about a debtor changes',
    'Erfährt, wenn sich an einem Schuldner etwas ändert',
    'Apprend quand quelque chose change chez un débiteur',
  ),
  'packages.hears.dispute': text(
    'Hoort wanneer een factuur betwist wordt of dat voorbij is',
    'Hears when an invoice is disputed or no longer is',
    'Erfährt, wenn eine Rechnung bestritten wird oder nicht mehr',
    'Apprend quand une facture est contestée ou ne l’est plus',
  ),
  'packages.hears.task': text(
    'Hoort wanneer taken ontstaan of gedaan zijn',
    'Hears when tasks are made or done',
    'Erfährt, wenn Aufgaben entstehen oder erledigt sind',
    'Apprend quand des tâches naissent ou sont faites',
  ),
  'packages.hears.communication': text(
    'Hoort wanneer brieven vertrekken',
    'Hears when letters leave',
    'Erfährt, wenn Briefe abgehen',
    'Apprend quand des lettres partent',
  ),
  'packages.hears.flow': text(
    'Hoort waar debiteuren in hun flow staan',
    'Hears where debtors stand in their flow',
    'Erfährt, wo Schuldner in ihrem Ablauf stehen',
    'Apprend où en sont les débiteurs dans leur parcours',
  ),
  'packages.hears.other': text(
    'Hoort van de gebeurtenis {name}',
    'Hears of the event {name}',
    'Erfährt vom Ereignis {name}',
    'Apprend l’événement {name}',
  ),
};
