import { plainText } from './plain-text.ts';

/** Words of a name that stand before the family name and are left out as often as written. */
export const PREFIXES = new Set(
  'VAN DER DEN DE TEN TER TE OP HET IN LA LE DU DI DA DOS VON ZU ZUM EL AL BEN VD VDE'.split(' '),
);
const TITLES = new Set(
  'HR DHR HEER MW MEVR MEVROUW MEJ FAM FAMILIE DRS IR ING MR DR PROF HERR FRAU MME MLLE MRS MS ERVEN'.split(
    ' ',
  ),
);
const LEGAL = new Set(
  'BV NV VOF CV STICHTING STG ST VERENIGING VER COOPERATIE COOP UA MAATSCHAP GMBH AG SA SARL SPRL LTD INC LLC BVBA EN ZN ZONEN GEBR GEBROEDERS FA FIRMA HO INZAKE'.split(
    ' ',
  ),
);

/** `T.M. Gielen` becomes `TM GIELEN` and `B.V.` becomes `BV`; what is no letter or digit parts words. */
export function nameWords(name: string): string[] {
  return plainText(name)
    .replace(/\b([A-Z])\./g, '$1')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

/** The persons an account or a letter names: `S. de Lange e/o K. de Lange` are two. */
export function personsOf(name: string): string[][] {
  return (
    plainText(name)
      .replace(/(?<=\S\s+)(?:E\s?[/+]\s?O\b|EO\b|E\.O\.|CJ\b|C\/J\b|EN\b)|&|\+/g, '|')
      // Initials that read as a particle, such as `L.A.` and `D.E.`, stay initials.
      .replace(/\b([A-Z])\./g, '$1 ')
      .split('|')
      .map((part) => nameWords(part).filter((word) => !TITLES.has(word)))
      .filter((words) => words.length > 0)
      .slice(0, 4)
  );
}

/** The family name without what stands before it; all of it when nothing else is left. */
export function familyWords(lastName: string): string[] {
  const words = nameWords(lastName);
  const main = words.filter((word) => !PREFIXES.has(word) && word.length > 1);
  return main.length > 0 ? main : words;
}

/** What tells one business from another: its name without legal form. */
export function businessWords(name: string): string[] {
  const words = nameWords(name);
  const core = words.filter((word) => !LEGAL.has(word) && !PREFIXES.has(word));
  return core.length > 0 ? core : words;
}

const FORMS = new Set('BV NV VOF CV GMBH AG SA SARL SPRL LTD INC LLC BVBA'.split(' '));

/** The legal form in the name of a business; empty when it names none. */
export const legalForm = (name: string): string =>
  nameWords(name).find((word) => FORMS.has(word)) ?? '';
