import { type Country, cents, localize } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { countryNlPlugin } from '../../plugins/country-nl/index.ts';
import { ruritania, ruritaniaPlugin } from './invented-country.ts';
import { registriesOf } from './some-plugins.ts';

/** What a caller that knows no country by name makes of a claim of 600.00 due on 1 March 2026. */
function demand(country: Country) {
  const principalCents = cents(60_000);
  const dueOn = '2026-03-01';
  const sentOn = '2026-03-05';
  const costs = country.costs({
    debtorKind: 'consumer',
    principalsCents: [principalCents],
    defaultOn: '2026-03-02',
    isVatDeductible: false,
    agreedCents: null,
    isAnnounced: true,
    earlierTerms: null,
  });
  const interest = country.interest({
    kind: 'consumer',
    principalCents,
    from: '2026-03-02',
    to: '2026-04-01',
    payments: [],
    agreed: null,
  });
  const term = country.claimable({
    debtorKind: 'consumer',
    dueOn,
    sentOn,
    channel: 'post',
    receivedOn: null,
    returnedOn: null,
  });
  const findings = country.checkLetter({
    debtorKind: 'consumer',
    sentOn,
    claims: [{ id: 'a', dueOn, isInLetter: true, isAnnounced: false }],
    statedCostsCents: costs.totalCents,
    costs,
    text: null,
  });
  return {
    totalCents: principalCents + costs.totalCents + interest.interestCents,
    claimableOn: term.claimableOn,
    findings,
    // Whoever answers brings its own article and arithmetic, so nobody has to know them.
    grounds: [costs, interest, term].map(({ ground }) => ground.article),
    spoken: [...costs.lines, ...interest.periods].map(({ sentence }) => localize(sentence, 'nl')),
  };
}

describe('two countries side by side', () => {
  const { countries } = registriesOf(countryNlPlugin, ruritaniaPlugin);
  const find = (code: string) => countries.find(code)!;

  it('are found by their code and by nothing else', () => {
    expect(countries.all().map(({ code }) => code)).toEqual(['NL', 'QQ']);
    expect(countries.find('XX')).toBeNull();
    expect(find('QQ')).toBe(ruritania);
  });

  it('answer the same questions each in their own way', () => {
    // 15 % of 600 is 90 and 21 % VAT 18.90; 4 % over 30 days is 1.97; Thursday 5 March by post
    // arrives on Saturday the 7th, day 14 is Saturday the 21st, so that Monday the 23rd is the last.
    expect(demand(find('NL'))).toMatchObject({
      totalCents: 60_000 + 10_890 + 197,
      claimableOn: '2026-03-24',
      findings: [],
      grounds: [
        expect.stringContaining('Besluit BIK'),
        'art. 6:119 BW',
        expect.stringContaining('6:96'),
      ],
    });
    // 5 % is 30; 10 % over 30 days of 360 is 5.00; a week from Thursday is Thursday.
    expect(demand(find('QQ'))).toMatchObject({
      totalCents: 60_000 + 3_000 + 500,
      claimableOn: '2026-03-12',
      findings: [],
      spoken: ['5 %', '10 % for 30 days of 360'],
    });
  });

  it('are refused when a code is no country code', () => {
    const wrong = { ...ruritania, code: 'ruritania' };
    const broken = { ...ruritaniaPlugin, setup: (host: never) => addTo(host, wrong) };
    expect(() => registriesOf(broken)).toThrow('is not two capital letters');
  });
});

const addTo = (host: { countries: { add(country: Country): void } }, country: Country) =>
  host.countries.add(country);
