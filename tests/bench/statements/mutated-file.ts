import fc from 'fast-check';

/** A file of the corpus, as bytes; each byte is a character here, so that any encoding survives. */
export type CorpusFile = { readonly name: string; readonly text: string };

export type Edit =
  | { readonly kind: 'put'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'digit'; readonly at: number; readonly digit: number }
  | { readonly kind: 'drop-line'; readonly at: number }
  | { readonly kind: 'cut'; readonly at: number };

/** What statements are made of, so that changes are more than noise. */
const WORDS = [
  ':20:',
  ':25:',
  ':28C:1',
  ':60F:C260301EUR100,00',
  ':61:2603020302C12,50NTRFNONREF',
  ':62F:C260302EUR100,00',
  ':86:',
  '\n-}\n',
  '\r\n',
  'RC',
  'D',
  ',',
  '.',
  '-',
  '99999999999999',
  '<Ntry>',
  '</Ntry>',
  '<Amt Ccy="EUR">12.50</Amt>',
  '<CdtDbtInd>DBIT</CdtDbtInd>',
  '<Sts>PDNG</Sts>',
  '</TxDtls>',
  '</Stmt>',
  '<![CDATA[',
  '&amp;',
  '<!DOCTYPE a>',
  '\u0000',
  '\u00e9',
];

/** Positions and lengths are parts of the file, so that an edit fits whatever file it meets. */
const part = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 80 }), fc.nat({ max: 2000 }));
const text = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6, unit: 'binary-ascii' }));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: part, length, text }),
  fc.record({ kind: fc.constant('move' as const), at: part, length, to: part }),
  fc.record({ kind: fc.constant('repeat' as const), at: part, length }),
  fc.record({ kind: fc.constant('digit' as const), at: part, digit: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('drop-line' as const), at: part }),
  fc.record({ kind: fc.constant('cut' as const), at: part }),
);

/** One of the files with one to five edits. */
export const mutatedFile = (files: readonly CorpusFile[]) =>
  fc.record({
    file: fc.integer({ min: 0, max: files.length - 1 }),
    edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
  });

export function applyEdits(original: string, edits: readonly Edit[]): string {
  return edits.reduce((before, one) => applyEdit(before, one), original);
}

function applyEdit(before: string, one: Edit): string {
  const at = Math.floor(one.at * before.length);
  switch (one.kind) {
    case 'put':
      return before.slice(0, at) + one.text + before.slice(at + one.length);
    case 'move': {
      const rest = before.slice(0, at) + before.slice(at + one.length);
      const to = Math.floor(one.to * rest.length);
      return rest.slice(0, to) + before.slice(at, at + one.length) + rest.slice(to);
    }
    case 'repeat':
      return before.slice(0, at + one.length) + before.slice(at);
    case 'digit':
      return before.slice(0, at) + before.slice(at).replace(/\d/, String(one.digit));
    case 'drop-line': {
      const end = before.indexOf('\n', at);
      return end === -1 ? before : before.slice(0, at) + before.slice(end + 1);
    }
    case 'cut':
      return before.slice(0, at);
  }
}
