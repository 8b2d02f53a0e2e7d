/** Words for what a creditor may think of beside costs and interest. */
const OTHER_CHARGES =
  /(?<![\p{L}])(administratiekosten|aanmaningskosten|aanmaankosten|sommatiekosten|herinneringskosten|herinneringstoeslag|dossierkosten|dossiervergoeding|behandel(?:ings)?kosten|invorderingskosten|registratiekosten|belkosten|portokosten|boete|administration (?:fee|costs|charges?)|reminder (?:fee|charges?)|handling fee|processing fee|late (?:payment )?(?:fee|charge)s?|penalty|mahngebühr(?:en)?|mahnkosten|bearbeitungsgebühr(?:en)?|strafgebühr|frais de dossier|frais de rappel|frais d.administration|pénalité)(?![\p{L}])/giu;

/** Interest that businesses owe one another. */
const COMMERCIAL_INTEREST =
  /(?<![\p{L}])(handelsrente|art(?:ikel|\.)? ?6:119a|commercial (?:statutory )?interest|handelszins(?:en)?|intérêts? commercia(?:l|ux))(?![\p{L}])/giu;

/** Saying that there are none is no charge: `geen administratiekosten`, `geen rente of administratiekosten`. */
const NONE =
  /(?:^|[^\p{L}])(?:geen|zonder|no|without|not|keine[nrms]?|ohne|aucun(?:e|s)?|sans|pas de)\s+(?:(?:[\p{L}-]+,? ){1,4}(?:of|en|noch|or|nor|and|oder|und|noch|ou|et|ni) )?(?:extra |other |andere |weitere |autres? )?$/iu;
/** Or behind it: `administratiekosten rekenen wij niet`. */
const NOT =
  /^ (?:worden|rekenen we|rekenen wij|brengen we|brengen wij|vragen we|vragen wij|are|will|werden|berechnen wir) (?:u |you |Ihnen |be )?(?:niet|nooit|not|never|nicht|nie)(?![\p{L}])/iu;

const BEFORE = 60;
const BEHIND = 40;

/** What a letter asks for that a consumer never owes, or null. */
export const otherChargeIn = (text: string): string | null => claimed(text, OTHER_CHARGES);

/** Interest of which a letter speaks that only businesses owe, or null. */
export const commercialInterestIn = (text: string): string | null =>
  claimed(text, COMMERCIAL_INTEREST);

/** The first of such words that is not denied. */
export function claimed(text: string, words: RegExp): string | null {
  const plain = text.replace(/\s+/g, ' ');
  for (const match of plain.matchAll(words)) {
    const behindAt = match.index + match[0].length;
    const before = plain.slice(Math.max(0, match.index - BEFORE), match.index);
    const behind = plain.slice(behindAt, behindAt + BEHIND);
    if (!NONE.test(before) && !NOT.test(behind)) return match[0].toLowerCase();
  }
  return null;
}
