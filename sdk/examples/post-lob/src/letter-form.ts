import {
  ConnectorRefusedError,
  type OutgoingLetter,
  type PostalParty,
  toMultipart,
} from '@inning/sdk';

const NAME_MAX = 40;
const LINE_MAX = 64;

/** The letter as the form that Lob takes. Throws a ConnectorRefusedError for what Lob cannot post. */
export function letterForm(letter: OutgoingLetter, useType: string) {
  if (!('pdfBase64' in letter.content)) {
    throw new ConnectorRefusedError('Lob takes a letter as one PDF, not as pages.');
  }
  if (letter.from.country !== 'US') {
    throw new ConnectorRefusedError('Lob posts only for senders in the United States.');
  }
  const fields = {
    ...address('to', letter.to),
    ...address('from', letter.from),
    color: letter.isColour,
    double_sided: letter.isDoubleSided,
    address_placement: 'insert_blank_page',
    use_type: useType,
    extra_service: letter.service === 'registered' ? registered(letter.to) : null,
  };
  const { pdfBase64 } = letter.content;
  return toMultipart(fields, [
    { field: 'file', name: 'letter.pdf', mediaType: 'application/pdf', base64: pdfBase64 },
  ]);
}

const registered = ({ country }: PostalParty) => (country === 'US' ? 'certified' : 'registered');

function address(who: 'to' | 'from', party: PostalParty): Record<string, string | null> {
  const line = [party.street, party.houseNumber].filter((part) => part !== null).join(' ');
  if (line.length > LINE_MAX) throw tooLong(who, 'address', LINE_MAX);
  if (party.name.length > NAME_MAX) throw tooLong(who, 'name', NAME_MAX);
  return {
    [`${who}[name]`]: party.name,
    [`${who}[address_line1]`]: line,
    [`${who}[address_line2]`]: party.attention,
    [`${who}[address_city]`]: party.city,
    [`${who}[address_state]`]: party.region,
    [`${who}[address_zip]`]: party.postcode,
    [`${who}[address_country]`]: party.country,
  };
}

const tooLong = (who: string, what: string, most: number) =>
  new ConnectorRefusedError(
    `The ${what} in "${who}" is longer than the ${most} signs Lob prints.`,
    {
      who,
      what,
    },
  );
