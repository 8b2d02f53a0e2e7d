import type { Texts } from '../localized-text.ts';

export const STEP_TEXT: Texts = {
  nl: '{percentPercent} van {baseCents} = {amountCents}',
  en: '{percentPercent} of {baseCents} = {amountCents}',
  de: '{percentPercent} von {baseCents} = {amountCents}',
  fr: '{percentPercent} de {baseCents} = {amountCents}',
};

export const MINIMUM_TEXT: Texts = {
  nl: 'Aangevuld tot het minimum van {limitCents}',
  en: 'Raised to the minimum of {limitCents}',
  de: 'Angehoben auf das Minimum von {limitCents}',
  fr: 'Porté au minimum de {limitCents}',
};

export const MAXIMUM_TEXT: Texts = {
  nl: 'Verlaagd tot het maximum van {limitCents}',
  en: 'Lowered to the maximum of {limitCents}',
  de: 'Gesenkt auf das Maximum von {limitCents}',
  fr: 'Ramené au maximum de {limitCents}',
};

export const VAT_TEXT: Texts = {
  nl: 'Btw die de schuldeiser niet kan aftrekken: {percentPercent} van {baseCents} = {amountCents}',
  en: 'VAT that the creditor cannot deduct: {percentPercent} of {baseCents} = {amountCents}',
  de: 'Umsatzsteuer, die der Gläubiger nicht abziehen kann: {percentPercent} von {baseCents} = {amountCents}',
  fr: 'TVA que le créancier ne peut pas déduire : {percentPercent} de {baseCents} = {amountCents}',
};

export const TERM_LINE: Texts = {
  nl: 'Kleine termijnen van één overeenkomst: samen hoogstens {limitCents}, waarvan {chargedCents} al eerder',
  en: 'Small terms of one agreement: together at most {limitCents}, of which {chargedCents} before',
  de: 'Kleine Raten eines Vertrags: zusammen höchstens {limitCents}, davon {chargedCents} schon früher',
  fr: 'Petits termes d’un seul contrat : ensemble {limitCents} au plus, dont {chargedCents} déjà comptés',
};

export const AGREED_LINE: Texts = {
  nl: 'Afgesproken: {amountCents}',
  en: 'Agreed: {amountCents}',
  de: 'Vereinbart: {amountCents}',
  fr: 'Convenu : {amountCents}',
};

export const BUSINESS_LINE: Texts = {
  nl: 'Vast bedrag voor een zakelijke debiteur: {amountCents}',
  en: 'Fixed amount for a business debtor: {amountCents}',
  de: 'Pauschale für einen gewerblichen Schuldner: {amountCents}',
  fr: 'Montant fixe pour un débiteur professionnel : {amountCents}',
};

export const TERM_RULE_REMARK: Texts = {
  nl: 'Bij kleine termijnen van een consument rekenen we uit voorzichtigheid alle kosten in {months} maanden samen nooit hoger dan die van één termijn.',
  en: 'For small terms of a consumer we carefully keep all costs within {months} months at those of a single term.',
  de: 'Bei kleinen Raten eines Verbrauchers halten wir vorsichtshalber alle Kosten in {months} Monaten auf denen einer einzigen Rate.',
  fr: 'Pour les petits termes d’un consommateur, nous limitons par prudence tous les frais sur {months} mois à ceux d’un seul terme.',
};

export type CostsGroundName =
  'nothing' | 'scale' | 'terms' | 'agreed' | 'agreedTooHigh' | 'fixed' | 'unannounced';

export const GROUNDS: Readonly<Record<CostsGroundName, Texts>> = {
  nothing: {
    nl: 'Er staat niets open waarover kosten worden gerekend.',
    en: 'Nothing is open over which costs are computed.',
    de: 'Es ist nichts offen, worüber Kosten berechnet werden.',
    fr: 'Rien n’est ouvert sur quoi des frais soient calculés.',
  },
  scale: {
    nl: 'De wettelijke staffel over de openstaande hoofdsom, niet over rente.',
    en: 'The scale by law over the open principal, not over interest.',
    de: 'Die gesetzliche Staffel auf die offene Hauptforderung, nicht auf Zinsen.',
    fr: 'Le barème légal sur le principal ouvert, et non sur les intérêts.',
  },
  terms: {
    nl: 'Kleine termijnen van één overeenkomst met een consument: de kosten stapelen niet.',
    en: 'Small terms of one agreement with a consumer: costs do not pile up.',
    de: 'Kleine Raten eines Vertrags mit einem Verbraucher: Kosten häufen sich nicht.',
    fr: 'Petits termes d’un contrat avec un consommateur : les frais ne s’accumulent pas.',
  },
  agreed: {
    nl: 'Het bedrag dat vooraf is afgesproken.',
    en: 'The amount that was agreed beforehand.',
    de: 'Der im Voraus vereinbarte Betrag.',
    fr: 'Le montant convenu d’avance.',
  },
  agreedTooHigh: {
    nl: 'Met een consument kan niet meer worden afgesproken dan de wettelijke staffel; die is gebruikt.',
    en: 'With a consumer no more can be agreed than the scale by law; that was used.',
    de: 'Mit einem Verbraucher kann nicht mehr als die gesetzliche Staffel vereinbart werden; sie gilt hier.',
    fr: 'Avec un consommateur, rien au-delà du barème légal ne peut être convenu ; il est appliqué.',
  },
  fixed: {
    nl: 'Een zakelijke debiteur is dit bedrag ook zonder aanmaning verschuldigd, en nooit minder.',
    en: 'A business debtor owes this amount without a letter too, and never less.',
    de: 'Ein gewerblicher Schuldner schuldet diesen Betrag auch ohne Mahnung, und nie weniger.',
    fr: 'Un débiteur professionnel doit ce montant même sans rappel, et jamais moins.',
  },
  unannounced: {
    nl: 'Zonder veertiendagenbrief zijn geen incassokosten verschuldigd.',
    en: 'Without a fourteen-day letter no collection costs are owed.',
    de: 'Ohne Vierzehn-Tage-Brief werden keine Inkassokosten geschuldet.',
    fr: 'Sans lettre de quatorze jours, aucun frais de recouvrement n’est dû.',
  },
};

export const ARTICLES: Readonly<Record<CostsGroundName, string>> = {
  nothing: 'art. 2 Besluit BIK',
  scale: 'art. 6:96 lid 2 onder c BW; art. 2 Besluit BIK',
  terms: 'art. 6:96 BW; Besluit BIK as it reads since 1 October 2024',
  agreed: 'art. 6:96 lid 4 en 5 BW',
  agreedTooHigh: 'art. 6:96 lid 5 BW; art. 2 Besluit BIK',
  fixed: 'art. 6:96 lid 4 BW',
  unannounced: 'art. 6:96 lid 6 BW',
};

export const RULES_OLD: Texts = {
  nl: 'De regels zijn nagekeken op {checkedOn}. Voor een verzuim na die dag kan de staffel zijn gewijzigd; kijk dat na.',
  en: 'The rules were checked on {checkedOn}. For a default after that day the scale may have changed; look it up.',
  de: 'Die Regeln wurden am {checkedOn} geprüft. Für einen späteren Verzug kann sich die Staffel geändert haben; sehen Sie nach.',
  fr: 'Les règles ont été vérifiées le {checkedOn}. Pour un retard ultérieur, le barème a pu changer ; vérifiez.',
};
