import type { Texts } from '../localized-text.ts';

type FindingText = {
  readonly severity: 'error' | 'warning';
  readonly article: string;
  readonly texts: Texts;
};

const LID_6 = 'art. 6:96 lid 6 BW';
const LID_7 = 'art. 6:96 lid 7 BW';

/** What can be wrong with a fourteen-day letter. Codes are stable. */
export const FINDINGS = {
  LETTER_WITHOUT_CLAIM: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief noemt geen vordering.',
      en: 'The letter names no claim.',
      de: 'Der Brief nennt keine Forderung.',
      fr: 'La lettre ne mentionne aucune créance.',
    },
  },
  LETTER_BEFORE_DUE: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De vordering kan nog tot en met {dueOn} op tijd worden betaald; de brief mag pas daarna uit.',
      en: 'The claim can still be paid in time up to and including {dueOn}; the letter may leave only after that.',
      de: 'Die Forderung kann noch bis einschließlich {dueOn} rechtzeitig bezahlt werden; der Brief darf erst danach hinaus.',
      fr: 'La créance peut encore être payée à temps jusqu’au {dueOn} inclus ; la lettre ne part qu’après.',
    },
  },
  LETTER_LEAVES_CLAIM_OUT: {
    severity: 'error',
    article: LID_7,
    texts: {
      nl: 'Deze vordering is ook te laat maar staat niet in de brief; vorderingen worden in één brief samengeteld.',
      en: 'This claim is overdue too but is not in the letter; claims are added up in one letter.',
      de: 'Auch diese Forderung ist überfällig, steht aber nicht im Brief; Forderungen werden in einem Brief zusammengezählt.',
      fr: 'Cette créance est aussi en retard mais absente de la lettre ; les créances sont réunies en une lettre.',
    },
  },
  LETTER_ANNOUNCES_TWICE: {
    severity: 'warning',
    article: LID_6,
    texts: {
      nl: 'De kosten van deze vordering zijn al eerder aangezegd; een tweede brief laat de termijn opnieuw beginnen.',
      en: 'The costs of this claim were announced before; a second letter starts the term again.',
      de: 'Die Kosten dieser Forderung wurden bereits angekündigt; ein zweiter Brief lässt die Frist neu beginnen.',
      fr: 'Les frais de cette créance ont déjà été annoncés ; une seconde lettre fait recommencer le délai.',
    },
  },
  LETTER_COSTS_NOT_NAMED: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief noemt de kosten niet als bedrag in euro’s; dat zijn {totalCents}.',
      en: 'The letter does not name the costs as an amount in euros; they are {totalCents}.',
      de: 'Der Brief nennt die Kosten nicht als Betrag in Euro; es sind {totalCents}.',
      fr: 'La lettre ne donne pas les frais en euros ; ils sont de {totalCents}.',
    },
  },
  LETTER_COSTS_TOO_HIGH: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief noemt {statedCents} aan kosten; volgens de wet zijn het er hoogstens {totalCents}.',
      en: 'The letter names {statedCents} of costs; by law they are {totalCents} at most.',
      de: 'Der Brief nennt {statedCents} an Kosten; nach dem Gesetz sind es höchstens {totalCents}.',
      fr: 'La lettre annonce {statedCents} de frais ; la loi en permet au plus {totalCents}.',
    },
  },
  LETTER_COSTS_TOO_LOW: {
    severity: 'warning',
    article: LID_6,
    texts: {
      nl: 'De brief noemt {statedCents} aan kosten, minder dan {totalCents}; meer dan het genoemde kan niet worden gevraagd.',
      en: 'The letter names {statedCents} of costs, less than {totalCents}; no more than that can be asked.',
      de: 'Der Brief nennt {statedCents} an Kosten, weniger als {totalCents}; mehr kann nicht verlangt werden.',
      fr: 'La lettre annonce {statedCents} de frais, moins que {totalCents} ; rien de plus ne peut être demandé.',
    },
  },
  LETTER_TERM_NOT_NAMED: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief noemt geen termijn om zonder kosten te betalen.',
      en: 'The letter names no time to pay without costs.',
      de: 'Der Brief nennt keine Frist, um ohne Kosten zu zahlen.',
      fr: 'La lettre n’indique aucun délai pour payer sans frais.',
    },
  },
  LETTER_TERM_TOO_SHORT: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief geeft {days} dagen; het moeten er veertien zijn.',
      en: 'The letter gives {days} days; there must be fourteen.',
      de: 'Der Brief gibt {days} Tage; es müssen vierzehn sein.',
      fr: 'La lettre accorde {days} jours ; il en faut quatorze.',
    },
  },
  LETTER_TERM_FROM_DATE: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief rekent vanaf zijn eigen datum of verzending; de termijn begint op de dag na ontvangst.',
      en: 'The letter counts from its own date or sending; the term begins on the day after receipt.',
      de: 'Der Brief rechnet ab seinem Datum oder Versand; die Frist beginnt am Tag nach dem Erhalt.',
      fr: 'La lettre compte depuis sa date ou son envoi ; le délai commence le lendemain de la réception.',
    },
  },
  LETTER_TERM_START_UNCLEAR: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief zegt niet dat de termijn begint op de dag nadat hij is bezorgd.',
      en: 'The letter does not say that the term begins on the day after it was delivered.',
      de: 'Der Brief sagt nicht, dass die Frist am Tag nach der Zustellung beginnt.',
      fr: 'La lettre ne dit pas que le délai commence le lendemain de sa remise.',
    },
  },
  LETTER_CONSEQUENCE_NOT_NAMED: {
    severity: 'error',
    article: LID_6,
    texts: {
      nl: 'De brief zegt niet dat er incassokosten volgen wanneer niet wordt betaald.',
      en: 'The letter does not say that collection costs follow when nothing is paid.',
      de: 'Der Brief sagt nicht, dass bei Nichtzahlung Inkassokosten folgen.',
      fr: 'La lettre ne dit pas que des frais de recouvrement suivent en cas de non-paiement.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type FindingCode = keyof typeof FINDINGS;
