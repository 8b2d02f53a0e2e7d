import type { FlowDocument } from '@inning/sdk';

/** What a description says of a step: not before so many days after a moment. */
export type Promised = {
  readonly from: 'invoice-date' | 'due-date' | 'previous-contact';
  readonly days: number;
  /** Which letter of the series, `call`, or null: every contact. */
  readonly about: number | 'call' | null;
  /** The words as they stand there. */
  readonly words: string;
};

const STEP = /\b(?:herinnering|reminder|mahnung|rappel|letter|brief)\s+(\d)\b/i;
const CALL = /\b(?:bellen|belactie|telefoon|call|anruf|appel)\b/i;
const COUNT = /(\+ ?)?(?<![\d.,])(\d{1,3}) (?:dagen|days|tagen?|jours)\b/gi;
const MOMENTS = [
  [
    'invoice-date',
    /^\s*(?:na de factuurdatum|after the invoice date|after invoice date|nach (?:dem )?rechnungsdatum|après la date de (?:la )?facture)/i,
  ],
  [
    'due-date',
    /^\s*(?:na de vervaldatum|after the due date|after due date|nach (?:der )?fälligkeit|après l[’']échéance)/i,
  ],
] as const;
/** A number of days after the step before, and nothing else: `reminder 2 after 14 days`. */
const AFTER_STEP = /\b(?:na|after|nach|après)\s*$/i;
const MOST_PROMISES = 40;

/** Reads what the descriptions promise, in whichever language; what is not understood promises nothing. */
export function readPromises({ description }: FlowDocument): Promised[] {
  const texts = Object.values(description ?? {});
  const promises = texts.flatMap((text) =>
    text.split(/[.;]/).flatMap((sentence) => promisesIn(sentence)),
  );
  const seen = new Set<string>();
  return promises
    .filter(({ from, days, about }) => {
      const key = `${from} ${days} ${about}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_PROMISES);
}

/** A step that is named holds on until the next: `reminder 1 at 7 days ..., never before 30 days ...`. */
function promisesIn(sentence: string): Promised[] {
  let about: Promised['about'] = null;
  return sentence.split(',').flatMap((part) => {
    const named = aboutIn(part);
    about = named ?? about;
    return [...part.matchAll(COUNT)].flatMap((count): Promised[] => {
      const [all, plus, days] = count;
      const before = part.slice(0, count.index);
      const from = momentAfter(part.slice(count.index + all.length));
      const own = aboutIn(before) ?? about;
      const words = part.trim();
      // `the average term + 14 days after the invoice date` is not fourteen days after that date.
      if (plus || /\+\s*$/.test(before)) return [];
      if (from) return [{ from, days: Number(days), about: own, words }];
      const isAfterStep = named !== null && own !== 1 && AFTER_STEP.test(before);
      return isAfterStep
        ? [{ from: 'previous-contact', days: Number(days), about: own, words }]
        : [];
    });
  });
}

function momentAfter(rest: string): 'invoice-date' | 'due-date' | null {
  return MOMENTS.find(([, words]) => words.test(rest))?.[0] ?? null;
}

function aboutIn(text: string): Promised['about'] {
  const stage = STEP.exec(text)?.[1];
  if (stage !== undefined) return Number(stage);
  return CALL.test(text) ? 'call' : null;
}
