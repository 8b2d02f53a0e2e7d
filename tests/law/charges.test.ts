import type { LetterSources } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { ask, chain, claim, link, mail, staged, waitFor } from './chain-flow.ts';
import { codes, lint } from './lint.ts';

const BLOCKS =
  '{{ creditor.name }} {{ invoices }} {{ amounts.openCents }} {{ respondUrl }} {{ agency.registrationNumber }} {{ agency.complaints }}';
const saying = (text: string): LetterSources => ({
  find: () => [{ language: 'nl', text: `${BLOCKS} ${text}` }],
});
const businessOnly = ask('kind', 'claim.debtor.kind == "business"', { no: 'end' });
const noConsumers = ask('kind', 'claim.debtor.kind != "consumer"', { no: 'end' });
const fee = link('fee', 'strangers.charge-fee');
const interest = (kind: string) => link('interest', 'strangers.charge-interest', { kind });

describe('charging consumers something beside costs and interest', () => {
  it('is found where a step does it, and where a consumer may still come by', () => {
    expect(lint(chain([fee]))).toMatchObject([
      { code: 'LAW_CONSUMER_CHARGED', severity: 'error', article: 'art. 6:96 lid 5 en 7 BW' },
    ]);
    const notSoleTraders = ask('kind', 'claim.debtor.kind != "sole-trader"', { no: 'end' });
    expect(codes(lint(chain([notSoleTraders, fee])))).toEqual(['LAW_CONSUMER_CHARGED']);
  });

  it('is none for businesses, sole traders among them', () => {
    expect(lint(chain([businessOnly, fee]))).toEqual([]);
    expect(lint(chain([noConsumers, fee]))).toEqual([]);
  });

  it('is found in the words of a letter, and not where it says that there are none', () => {
    for (const text of [
      'Wij rekenen € 15 administratiekosten.',
      'Plus een Mahngebühr von 5 Euro.',
    ]) {
      expect(codes(lint(chain([mail('letter')]), saying(text)))).toEqual([
        'LAW_LETTER_CHARGES_CONSUMER',
      ]);
    }
    expect(lint(chain([mail('letter')]), saying('U betaalt geen administratiekosten.'))).toEqual(
      [],
    );
    const toBusinesses = chain([businessOnly, mail('letter')]);
    expect(lint(toBusinesses, saying('Wij rekenen € 15 administratiekosten.'))).toEqual([]);
  });
});

describe('interest', () => {
  it('of the wrong kind is found: commercial for consumers, in steps and letters', () => {
    expect(lint(chain([interest('commercial')]))).toMatchObject([
      { code: 'LAW_INTEREST_OF_WRONG_KIND', severity: 'error', article: 'art. 6:119 en 6:119a BW' },
    ]);
    expect(codes(lint(chain([mail('letter')]), saying('Ook de handelsrente loopt op.')))).toEqual([
      'LAW_LETTER_INTEREST_KIND',
    ]);
    expect(codes(lint(chain([businessOnly, interest('consumer')])))).toEqual([
      'LAW_INTEREST_OF_WRONG_KIND',
    ]);
  });

  it('that is the same for everybody treats alike whom the law does not', () => {
    expect(lint(chain([interest('consumer')]))).toMatchObject([
      { code: 'LAW_KINDS_TREATED_ALIKE', severity: 'warning' },
    ]);
    const notBusiness = ask('kind', 'claim.debtor.kind == "business"', { yes: 'end' });
    expect(codes(lint(chain([notBusiness, interest('consumer')])))).toEqual([
      'LAW_KINDS_TREATED_ALIKE',
    ]);
  });

  it('is right by the debtor, for businesses alone, and for consumers alone', () => {
    expect(lint(chain([interest('by-debtor')]))).toEqual([]);
    expect(lint(chain([noConsumers, interest('commercial')]))).toEqual([]);
    const consumers = ask('kind', 'claim.debtor.kind == "consumer"', { no: 'end' });
    expect(lint(chain([consumers, interest('consumer')]))).toEqual([]);
    const letter = chain([businessOnly, mail('letter')]);
    expect(lint(letter, saying('Ook de handelsrente loopt op.'))).toEqual([]);
  });
});

describe('a case that is no longer ours', () => {
  const handed = [
    staged(mail('notice'), 1),
    waitFor('week', 'previous-step', 7),
    link('away', 'strangers.hand-over'),
    waitFor('later', 'previous-step', 7),
    mail('again'),
  ];

  it('gets no letters: neither after a hand-over, nor where the flow does not end at one', () => {
    const goals = ['paid', 'written-off'] as const;
    const found = lint({ ...chain(handed), goals: [...goals] });
    expect(codes(found)).toEqual(['LAW_CONTACT_AFTER_HAND_OVER', 'LAW_STOP_NOT_EXCLUDED']);
    expect(found[0]).toMatchObject({ nodeIds: ['again'], severity: 'error' });
    const never = lint({ ...chain([mail('one')]), goals: [] });
    expect(never).toMatchObject([
      {
        code: 'LAW_STOP_NOT_EXCLUDED',
        message: { params: { goals: 'paid, written-off, handed-over' } },
      },
    ]);
  });

  it('is left alone by a flow that ends there, and asks nothing of one that reaches nobody', () => {
    expect(lint(chain(handed))).toEqual([]);
    expect(
      lint({ ...chain([link('task', 'tasks.create-task', { title: 'Kijk' })]), goals: [] }),
    ).toEqual([]);
  });
});

describe('a step of others that does not say what it does', () => {
  it('is found by what it asks of the platform, also within a group', () => {
    const silent = { type: 'strangers.silent-costs', version: 1, config: {} };
    expect(lint(chain([link('silent', 'strangers.silent-costs')]))).toMatchObject([
      { code: 'LAW_STEP_NOT_DECLARED', severity: 'error', nodeIds: ['silent'] },
    ]);
    const group = link('group', 'routing.run-together', { actions: [silent] });
    expect(codes(lint(chain([group])))).toEqual(['LAW_STEP_NOT_DECLARED']);
    expect(codes(lint(chain([link('silent', 'strangers.silent-mail')])))).toEqual([
      'LAW_CONTACT_NOT_GUARDED',
    ]);
  });

  it('is judged by what it says when it does, and needs to say nothing of other ports', () => {
    expect(codes(lint(chain([claim()])))).toEqual(['LAW_COSTS_NOT_ANNOUNCED']);
    expect(lint(chain([link('task', 'tasks.create-task', { title: 'Kijk' })]))).toEqual([]);
  });
});
