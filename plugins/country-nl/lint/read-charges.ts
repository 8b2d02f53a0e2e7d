/** Words for what a creditor may think of beside costs and interest. */
const OTHER_CHARGES =
  /(?<![\p{L}])(administratiekosten|aanmaningskosten|herinneringskosten|dossierkosten|registratiekosten|belkosten|portokosten|boete|administration (?:fee|costs|charges?)|reminder (?:fee|charges?)|handling fee|penalty|mahngebühr(?:en)?|mahnkosten|bearbeitungsgebühr(?:en)?|strafgebühr|frais de dossier|frais de rappel|frais d.administration|pénalité)(?![\p{L}])/giu;

/** Interest that businesses owe one another. */
const COMMERCIAL_INTEREST =
  /(?<![\p{L}])(handelsrente|art(?:ikel|\.)? ?6:119a|commercial (?:statutory )?interest|handelszins(?:en)?|intérêts? commercia(?:l|ux))(?![\p{L}])/iu;

/** Saying that there are none is no charge: `geen administratiekosten`. */
const NONE =
  /(?:^|[^\p{L}])(?:geen|zonder|no|without|not|keine[nrms]?|ohne|aucun(?:e|s)?|sans|pas de)\s+(?:extra |other |andere |weitere |autres? )?$/iu;

const BEFORE = 30;

/** What a letter asks for that a consumer never owes, or null. */
export function otherChargeIn(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ');
  for (const match of plain.matchAll(OTHER_CHARGES)) {
    const before = plain.slice(Math.max(0, match.index - BEFORE), match.index);
    if (!NONE.test(before)) return match[0].toLowerCase();
  }
  return null;
}

/** Interest of which a letter speaks that only businesses owe, or null. */
export const commercialInterestIn = (text: string): string | null =>
  COMMERCIAL_INTEREST.exec(text)?.[0].toLowerCase() ?? null;
