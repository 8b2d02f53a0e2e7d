import { describe, expect, it } from 'vitest';
import { listTemplates } from './template-shelf.ts';

const meta = (title: string, stage: number) =>
  JSON.stringify({ title, subject: '{{ creditor.name }}', stage, variables: ['creditor.name'] });

describe('the letters there are', () => {
  it('are listed in the order of a series, each with the languages it exists in', () => {
    const files = new Map([
      ['nl/last.meta.json', meta('Laatste herinnering', 3)],
      ['nl/first.meta.json', meta('Eerste herinnering', 1)],
      ['en/first.meta.json', meta('First reminder', 1)],
      ['nl/parts/amount.mjml', '<mj-text/>'],
    ]);

    expect(listTemplates(files)).toMatchObject([
      {
        name: 'first',
        stage: 1,
        languages: [
          { language: 'nl', title: 'Eerste herinnering', subject: '{{ creditor.name }}' },
          { language: 'en', title: 'First reminder' },
        ],
      },
      { name: 'last', stage: 3, languages: [{ language: 'nl' }] },
    ]);
  });

  it('name the file that cannot be read', () => {
    expect(() => listTemplates(new Map([['nl/first.meta.json', '{']]))).toThrow(
      'nl/first.meta.json',
    );
  });
});
