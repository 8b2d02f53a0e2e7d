/** What a letter says about the time to pay without costs. */
export type Wording = {
  /** Days that it gives, the fewest when it names several; null when it names none. */
  readonly days: number | null;
  /** From when it counts: receipt is right, its own date is not. */
  readonly countsFrom: 'receipt' | 'letter' | null;
  /** True when it says that costs follow when the debtor does not pay. */
  readonly namesCosts: boolean;
};

/** Reads a letter in Dutch, English, German or French; markup and capitals do not matter. */
export function readWording(text: string): Wording {
  const plain = text.toLowerCase().replace(/[\s\u00a0\u202f]+/g, ' ');
  const sentences = plain.split(/[.!?;]\s/);
  return {
    days: readDays(sentences),
    countsFrom: readStart(sentences),
    namesCosts: COSTS.some((words) => plain.includes(words)),
  };
}

const DAY_COUNT =
  /(?<![\d.,])(\d{1,3}|[a-zéë]{3,20})[ -](?:volle |full |pleins? )?(?:dagen|days|tagen?|jours)/g;

/** Other days may be named too, such as when somebody answers; those to pay in are what counts. */
function readDays(sentences: readonly string[]): number | null {
  const aboutPaying = sentences.filter((one) => PAYING.some((word) => one.includes(word)));
  return fewestDays(aboutPaying.join('. ')) ?? fewestDays(sentences.join('. '));
}

function fewestDays(plain: string): number | null {
  const found = [...plain.matchAll(DAY_COUNT)].flatMap(([, count = '']) => {
    const days = /^\d/.test(count) ? Number(count) : NUMBER_WORDS.get(count);
    return days === undefined ? [] : [days];
  });
  return found.length === 0 ? null : Math.min(...found);
}

/**
 * Only sentences about a term count: a letter may say of other things when they were sent. Counting from
 * the letter itself weighs more than what else is said, since it makes the term too short.
 */
function readStart(sentences: readonly string[]): Wording['countsFrom'] {
  const aboutTerm = sentences.filter((one) => TERM.some((word) => one.includes(word))).join('. ');
  if (FROM_LETTER.some((words) => aboutTerm.includes(words))) return 'letter';
  return FROM_RECEIPT.some((words) => aboutTerm.includes(words)) ? 'receipt' : null;
}

const TERM: readonly string[] = [
  'dagen',
  'termijn',
  'days',
  'term',
  'tage',
  'frist',
  'jours',
  'délai',
];

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['vijf', 5],
  ['zeven', 7],
  ['acht', 8],
  ['tien', 10],
  ['veertien', 14],
  ['vijftien', 15],
  ['five', 5],
  ['seven', 7],
  ['eight', 8],
  ['ten', 10],
  ['fourteen', 14],
  ['fifteen', 15],
  ['fünf', 5],
  ['sieben', 7],
  ['zehn', 10],
  ['vierzehn', 14],
  ['fünfzehn', 15],
  ['cinq', 5],
  ['sept', 7],
  ['huit', 8],
  ['dix', 10],
  ['quatorze', 14],
  ['quinze', 15],
]);

const PAYING: readonly string[] = [
  'betaal',
  'betal',
  'kosten',
  'pay',
  'costs',
  'zahl',
  'paie',
  'payer',
  'règle',
  'frais',
];

const FROM_LETTER: readonly string[] = [
  'dagtekening',
  'dagen na heden',
  'dagen vanaf heden',
  'dagen vanaf vandaag',
  'dagen na vandaag',
  'na de datum van deze brief',
  'vanaf de datum van deze brief',
  'na datum van deze brief',
  'na de briefdatum',
  'na verzending',
  'of the date of this letter',
  'after the date of this letter',
  'from the date of this letter',
  'days from today',
  'days of today',
  'after sending',
  'ab dem datum dieses',
  'nach dem datum dieses',
  'ab heute',
  'nach versand',
  'nach absendung',
  'la date de cette lettre',
  'la date de la présente',
  'à compter d’aujourd’hui',
  "à compter d'aujourd'hui",
  'après l’envoi',
  "après l'envoi",
];

const FROM_RECEIPT: readonly string[] = [
  'bij u is bezorgd',
  'bij u bezorgd is',
  'na bezorging',
  'na ontvangst',
  'van ontvangst',
  'hebt ontvangen',
  'heeft ontvangen',
  'ontvangen hebt',
  'ontvangen heeft',
  'heeft gekregen',
  'hebt gekregen',
  'was delivered',
  'is delivered',
  'after delivery',
  'after receipt',
  'after receiving',
  'after you receive',
  'you receive this',
  'you received',
  'you have received',
  'nach erhalt',
  'nach zugang',
  'nach zustellung',
  'zugestellt wurde',
  'erhalten haben',
  'bekommen haben',
  'la réception',
  'réception de cette lettre',
  'après réception',
  'vous a été remise',
  'vous recevez',
  'avez reçu',
];

const COSTS: readonly string[] = [
  'incassokosten',
  'kosten in rekening',
  'collection costs',
  'costs of collecting',
  'inkassokosten',
  'frais de recouvrement',
];
