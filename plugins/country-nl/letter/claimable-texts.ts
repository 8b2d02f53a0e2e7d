import type { Texts } from '../localized-text.ts';

export const CONSUMER_GROUND: Texts = {
  nl: 'Een consument heeft veertien volle dagen om zonder kosten te betalen, te rekenen vanaf de dag na ontvangst van de brief.',
  en: 'A consumer has fourteen full days to pay without costs, counted from the day after receiving the letter.',
  de: 'Ein Verbraucher hat vierzehn volle Tage, um ohne Kosten zu zahlen, gerechnet ab dem Tag nach Erhalt des Briefes.',
  fr: 'Un consommateur a quatorze jours pleins pour payer sans frais, à compter du lendemain de la réception de la lettre.',
};

export const BUSINESS_GROUND: Texts = {
  nl: 'Een zakelijke debiteur is kosten verschuldigd vanaf de dag na de uiterste betaaldag, zonder aanmaning.',
  en: 'A business debtor owes costs from the day after the last day of payment, without a letter.',
  de: 'Ein gewerblicher Schuldner schuldet Kosten ab dem Tag nach dem letzten Zahlungstag, ohne Mahnung.',
  fr: 'Un débiteur professionnel doit des frais dès le lendemain du dernier jour de paiement, sans rappel.',
};

export const STEPS = {
  sent: {
    nl: 'Per post verzonden op {sentOn}',
    en: 'Sent by post on {sentOn}',
    de: 'Per Post versandt am {sentOn}',
    fr: 'Envoyée par la poste le {sentOn}',
  },
  presumed: {
    nl: 'Vermoedelijk bezorgd op {deliveredOn}: de tweede bezorgdag, zondagen, maandagen en feestdagen niet meegeteld',
    en: 'Presumed delivered on {deliveredOn}: the second day of delivery, Sundays, Mondays and holidays not counted',
    de: 'Vermutlich zugestellt am {deliveredOn}: der zweite Zustelltag, Sonntage, Montage und Feiertage nicht mitgezählt',
    fr: 'Présumée remise le {deliveredOn} : le deuxième jour de distribution, hors dimanches, lundis et jours fériés',
  },
  proven: {
    nl: 'Aantoonbaar ontvangen op {deliveredOn}',
    en: 'Provably received on {deliveredOn}',
    de: 'Nachweislich erhalten am {deliveredOn}',
    fr: 'Réception prouvée le {deliveredOn}',
  },
  term: {
    nl: 'Veertien dagen, van {firstOn} tot en met {lastOn}',
    en: 'Fourteen days, from {firstOn} up to and including {lastOn}',
    de: 'Vierzehn Tage, vom {firstOn} bis einschließlich {lastOn}',
    fr: 'Quatorze jours, du {firstOn} au {lastOn} inclus',
  },
  extended: {
    nl: 'Verlengd tot en met {lastOn}, omdat een termijn niet eindigt in het weekend of op een feestdag',
    en: 'Extended up to and including {lastOn}, since a term does not end in a weekend or on a holiday',
    de: 'Verlängert bis einschließlich {lastOn}, da eine Frist nicht am Wochenende oder an einem Feiertag endet',
    fr: 'Prolongé jusqu’au {lastOn} inclus, car un délai ne finit ni le week-end ni un jour férié',
  },
  claimable: {
    nl: 'Kosten opeisbaar vanaf {claimableOn}',
    en: 'Costs claimable from {claimableOn}',
    de: 'Kosten fällig ab {claimableOn}',
    fr: 'Frais exigibles à partir du {claimableOn}',
  },
  due: {
    nl: 'Uiterste betaaldag {dueOn}',
    en: 'Last day of payment {dueOn}',
    de: 'Letzter Zahlungstag {dueOn}',
    fr: 'Dernier jour de paiement {dueOn}',
  },
  returned: {
    nl: 'Teruggekomen op {returnedOn}: de kosten gelden niet als aangezegd',
    en: 'Came back on {returnedOn}: the costs do not count as announced',
    de: 'Zurückgekommen am {returnedOn}: die Kosten gelten nicht als angekündigt',
    fr: 'Revenue le {returnedOn} : les frais ne comptent pas comme annoncés',
  },
  unproven: {
    nl: 'De ontvangst is niet aan te tonen: de termijn is niet begonnen',
    en: 'Receipt cannot be proven: the term has not begun',
    de: 'Der Empfang ist nicht nachweisbar: die Frist hat nicht begonnen',
    fr: 'La réception ne peut être prouvée : le délai n’a pas commencé',
  },
} as const satisfies Readonly<Record<string, Texts>>;

export const DAYS_UNKNOWN: Texts = {
  nl: 'Dagen die de overheid voor één jaar aanwijst zijn bekend van {fromOn} tot en met {untilOn}; kijk na of er een in deze termijn valt.',
  en: 'Days that the government points out for a single year are known from {fromOn} up to and including {untilOn}; look whether one falls in this term.',
  de: 'Von der Regierung für ein Jahr bestimmte Tage sind vom {fromOn} bis einschließlich {untilOn} bekannt; prüfen Sie, ob einer in diese Frist fällt.',
  fr: 'Les jours désignés par l’État pour une seule année sont connus du {fromOn} au {untilOn} inclus ; vérifiez si l’un d’eux tombe dans ce délai.',
};
