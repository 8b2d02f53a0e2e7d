/** What a bookkeeping programme of somebody else would make of an MT940. */
export type ByTheBook = {
  readonly openingCents: number;
  readonly closingCents: number;
  readonly lines: readonly { readonly amountCents: number; readonly details: string }[];
};

/**
 * A second reader, written after the SWIFT field definitions alone and sharing nothing with the connector:
 * `:61:` is 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x], `:86:` is 6*65x, a balance 1!a6!n3!a15d. It refuses what a
 * strict reader refuses: lines that are too long, a balance that does not add up.
 */
export function readByTheBook(text: string): ByTheBook {
  const fields = fieldsOf(text);
  const of = (tag: string) => fields.find((field) => field.tag === tag)?.text ?? '';
  const lines: { amountCents: number; details: string }[] = [];
  for (const field of fields) {
    if (field.tag === '61') lines.push({ amountCents: amountOf(field.text), details: '' });
    const last = lines.at(-1);
    if (field.tag === '86' && last) last.details = field.text.replaceAll('\n', '');
    if (field.tag === '86') refuseLong(field.text);
  }
  const [openingCents, closingCents] = [balanceOf(of('60F')), balanceOf(of('62F'))];
  const sum = lines.reduce((total, line) => total + line.amountCents, openingCents);
  if (sum !== closingCents) throw new Error(`${sum} is not ${closingCents}`);
  if (!/^.{1,16}$/.test(of('20')) || !/^\d{1,5}(\/\d{1,5})?$/.test(of('28C'))) {
    throw new Error('the heading is not that of an MT940');
  }
  return { openingCents, closingCents, lines };
}

function fieldsOf(text: string): { tag: string; text: string }[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n-\n?$/m)[0]!
    .split(/^:(?=\d\d[A-Z]?:)/m)
    .filter((part) => part !== '')
    .map((part) => {
      const [, tag = '', rest = ''] = /^(\d\d[A-Z]?):([^]*?)\n?$/.exec(part) ?? [];
      return { tag, text: rest };
    });
}

function amountOf(text: string): number {
  const match =
    /^\d{6}(?:\d{4})?(C|D|RC|RD)(\d{1,12},\d{2})[NSF][A-Z0-9]{3}[^/]{1,16}(?:\/\/.{1,16})?$/.exec(
      text,
    );
  if (!match) throw new Error(`${text} is not a statement line`);
  const isRaise = match[1] === 'C' || match[1] === 'RD';
  return Number(match[2]!.replace(',', '')) * (isRaise ? 1 : -1);
}

function balanceOf(text: string): number {
  const match = /^([CD])\d{6}[A-Z]{3}(\d{1,12},\d{2})$/.exec(text);
  if (!match) throw new Error(`${text} is not a balance`);
  return Number(match[2]!.replace(',', '')) * (match[1] === 'C' ? 1 : -1);
}

function refuseLong(text: string): void {
  const lines = text.split('\n');
  if (lines.length > 6 || lines.some((line) => line.length > 65)) throw new Error('too long');
}
