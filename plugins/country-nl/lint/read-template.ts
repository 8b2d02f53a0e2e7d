import type { LetterSources, Locale } from '@inning/sdk';
import { claimed, commercialInterestIn, otherChargeIn } from './read-charges.ts';
import { readWording, type Wording } from '../letter/read-wording.ts';

/** What a template says, by language; every language counts, since each reaches somebody. */
export type TemplateReading = {
  /**
   * How it announces costs: when the claim says that they are, in its own words, or not at all.
   * `unknown` when the template is not known here.
   */
  readonly announces: 'when-marked' | 'always' | 'never' | 'unknown';
  /** Wording about the term that makes the announcement worthless. */
  readonly flaw: { readonly language: Locale; readonly what: 'days' | 'start' } | null;
  readonly threat: { readonly language: Locale; readonly word: string } | null;
  /** Something that consumers never owe. */
  readonly charge: { readonly language: Locale; readonly word: string } | null;
  /** Interest that businesses alone owe. */
  readonly interest: { readonly language: Locale; readonly word: string } | null;
  /** What every letter has and this one lacks: `creditor.name`, `respondUrl`, ... */
  readonly lacks: { readonly language: Locale; readonly what: readonly string[] } | null;
};

const LEAST_DAYS = 14;

export function readTemplate(name: string, letters: LetterSources): TemplateReading {
  const sources = letters.find(name);
  if (!sources) {
    const word = threatIn(name.replaceAll('-', ' '));
    const threat = word === null ? null : { language: 'nl' as const, word };
    return { announces: 'unknown', flaw: null, threat, charge: null, interest: null, lacks: null };
  }
  const all = sources.map(({ language, text }) => ({ language, ...readText(withoutNotes(text)) }));
  const first = <T>(pick: (one: (typeof all)[number]) => T | null) =>
    all.map((one) => pick(one)).find((one) => one !== null) ?? null;
  const weakest = ANNOUNCING.find((way) => all.some(({ announces }) => announces === way));
  return {
    announces: weakest ?? 'never',
    flaw: first(({ language, flaw }) => flaw && { language, what: flaw }),
    threat: first(({ language, word }) => said(language, word)),
    charge: first(({ language, charge }) => said(language, charge)),
    interest: first(({ language, interest }) => said(language, interest)),
    lacks: first(({ language, lacks }) => (lacks.length > 0 ? { language, what: lacks } : null)),
  };
}

const said = (language: Locale, word: string | null) => (word === null ? null : { language, word });

const ANNOUNCING = ['never', 'when-marked', 'always'] as const;

function readText(text: string) {
  const { marked, plain } = splitByMark(text);
  const own = readWording(plain);
  const markedWording = readWording(marked);
  const announces = announcesIn(own)
    ? ('always' as const)
    : announcesIn(markedWording) || text.includes('amounts.announcedCents')
      ? ('when-marked' as const)
      : ('never' as const);
  return {
    announces,
    flaw: flawIn(own) ?? flawIn(markedWording),
    word: threatIn(text),
    charge: otherChargeIn(text),
    interest: commercialInterestIn(text),
    lacks: lacksOf(text),
  };
}

const announcesIn = ({ namesCosts, days }: Wording) => namesCosts && days !== null;

function flawIn(wording: Wording): 'days' | 'start' | null {
  if (!announcesIn(wording)) return null;
  if ((wording.days ?? LEAST_DAYS) < LEAST_DAYS) return 'days';
  return wording.countsFrom === 'letter' ? 'start' : null;
}

/** Notes of the maker, which nobody gets. */
function withoutNotes(text: string): string {
  const [first = '', ...noted] = text.split(/\{%-?\s{0,9}comment\s{0,9}-?%\}/);
  return (
    first + noted.map((one) => one.split(/\{%-?\s{0,9}endcomment\s{0,9}-?%\}/)[1] ?? '').join('')
  );
}

const IF = /^\s*if\b/;
const END_IF = /^\s*endif\b/;
const ABOUT_MARK = /announcedCents|costState/;

/** What stands within `{% if %}` about announced costs, and what always stands there. */
function splitByMark(text: string): { readonly marked: string; readonly plain: string } {
  const parts = { marked: '', plain: '' };
  let depth = 0;
  let markedAt = 0;
  for (const piece of text.split('{%')) {
    const end = piece.indexOf('%}');
    const tag = end < 0 ? '' : piece.slice(0, end).replace(/^-/, '');
    const words = end < 0 ? piece : piece.slice(end + 2);
    if (IF.test(tag)) {
      depth += 1;
      if (markedAt === 0 && ABOUT_MARK.test(tag)) markedAt = depth;
    } else if (END_IF.test(tag)) {
      if (depth === markedAt) markedAt = 0;
      depth -= 1;
    }
    parts[markedAt > 0 ? 'marked' : 'plain'] += `${words} `;
  }
  return parts;
}

/** What a debtor needs to see in any letter, and the merge fields of which one shows it. */
const NEEDED: readonly (readonly string[])[] = [
  ['creditor.name'],
  ['invoice.number', 'invoices'],
  ['amounts.openCents', 'amounts.principalCents'],
  ['respondUrl', 'creditor.email', 'creditor.phone', 'creditor.address'],
  // An agency must be found in the public register, and say where a complaint goes (Wki, Bki).
  ['agency.registrationNumber'],
  ['agency.complaints'],
];

function lacksOf(text: string): string[] {
  return NEEDED.filter((fields) => !fields.some((field) => text.includes(field))).map(
    ([first = '']) => first,
  );
}

const THREATS =
  /(?<![\p{L}])(dagvaarding(?:sprocedure)?|dagvaarden|dagvaard|(?:gerechts)?deurwaarders?(?:kantoor)?|rechtbank|kantonrechter|naar de rechter|gerechtelijke (?:procedure|stappen|maatregelen|invordering)|juridische (?:procedure|stappen|maatregelen)|(?:loon|bank|derden)?beslag(?:legging|leggen)?|vonnis|ontruiming|faillissement|summons|bailiffs?|court|legal (?:action|proceedings|steps)|lawsuit|seizure|gerichtsvollzieher|mahnbescheid|klageverfahren|gerichtliche[nrs]? (?:schritte|maßnahmen|verfahren|mahnverfahren)|pfändung|zwangsvollstreckung|huissier|assignation|tribunal|poursuites judiciaires|action en justice|saisie-arrêt)(?![\p{L}])/giu;

/** Words that threaten with what only a court or a bailiff can do. */
export const threatIn = (text: string): string | null => claimed(text, THREATS);
