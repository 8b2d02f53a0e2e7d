import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDocumentRenderer } from './document-renderer.ts';
import {
  HeaderUnsafeError,
  LetterValuesInvalidError,
  TemplateInvalidError,
  TemplateMissingError,
} from './documents.errors.ts';
import type { LetterValues } from './letter-values.ts';

const values: LetterValues = {
  currency: 'EUR',
  creditor: {
    name: 'De Ketting & Zoon',
    logoUrl: null,
    address: null,
    email: null,
    phone: null,
    iban: null,
    accountName: null,
  },
  agency: { name: 'Incasso Test', registrationNumber: null, complaints: null },
  debtor: { name: 'Jan de Vries', attention: null, salutation: 'neutral', language: 'nl' },
  amounts: {
    openCents: 123_450,
    principalCents: 123_450,
    costsCents: 0,
    interestCents: 0,
    announcedCents: 0,
    costState: 'none',
  },
  invoices: [
    {
      number: 'F1',
      invoicedOn: '2026-03-02',
      dueOn: '2026-04-01',
      totalCents: 123_450,
      openCents: 123_450,
    },
  ],
  payment: { iban: 'NL91ABNA0417164300', name: 'De Ketting', reference: 'F1' },
  payUrl: 'https://inning.example/p?a=1&b=2',
  respondUrl: 'https://inning.example/r',
  today: '2026-04-16',
};

const MJML = (inner: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${inner}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const meta = (subject: string) => JSON.stringify({ title: 'T', subject, stage: 1, variables: [] });

/** A renderer with one template `t`; each language is its own HTML body. */
function rendererOf(bodies: Record<string, string>, { subject = 'Hallo', text = 'Hallo' } = {}) {
  const templates = new Map<string, string>();
  for (const [language, body] of Object.entries(bodies)) {
    templates.set(`${language}/t.mjml`, body.startsWith('<mjml') ? body : MJML(body));
    templates.set(`${language}/t.meta.json`, meta(subject));
    templates.set(`${language}/t.txt.liquid`, text);
  }
  return createDocumentRenderer({ templates });
}
const request = { template: 't', language: 'nl' as const, values };

describe('a rendered letter', () => {
  it('shows money and days as the language writes them', async () => {
    const fields = '{{ amounts.openCents | money }}, {{ today | day }}, {{ payment.iban | iban }}';
    const renderer = rendererOf({ nl: fields, en: fields }, { text: fields });

    const dutch = await renderer.render(request);
    const english = await renderer.render({ ...request, language: 'en' });

    expect(dutch.text).toBe(
      '€\u00a01.234,50, do 16 apr 2026, NL91\u00a0ABNA\u00a00417\u00a01643\u00a000\n',
    );
    expect(dutch.html).toContain('€\u00a01.234,50');
    expect(english.text).toContain('€1,234.50, Thu 16 Apr 2026');
  });

  it('is made in Dutch, with a note, when the language is missing', async () => {
    const renderer = rendererOf({ nl: 'Dag' });

    const letter = await renderer.render({ ...request, language: 'fr' });

    expect(letter).toMatchObject({
      language: 'nl',
      note: { code: 'documents.other-language', params: { asked: 'fr', used: 'nl' } },
    });
  });

  it('has the same fingerprint when it is the same letter, and another when a word differs', async () => {
    const renderer = rendererOf({ nl: 'Dag {{ debtor.name }}' });
    const other = { ...values, debtor: { ...values.debtor, name: 'Jan de Vrie' } };

    const first = await renderer.render(request);

    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect((await renderer.render(request)).fingerprint).toBe(first.fingerprint);
    expect((await renderer.render({ ...request, values: other })).fingerprint).not.toBe(
      first.fingerprint,
    );
  });

  it('is compiled once: the second letter takes a fraction of the first', async () => {
    const renderer = createDocumentRenderer({
      templatesDir: fileURLToPath(new URL('../../templates/messages/', import.meta.url)),
    });
    const reminder = { ...request, template: 'second-reminder' };
    const timed = async (times: number) => {
      const started = performance.now();
      for (let i = 0; i < times; i += 1) await renderer.render(reminder);
      return (performance.now() - started) / times;
    };

    const firstMs = await timed(1);
    await timed(100); // The engine of the machine warms up as well.

    expect(await timed(200)).toBeLessThan(firstMs / 4);
  });
});

describe('values of a debtor', () => {
  it('stay text: braces, tags and markup in a name are never read', async () => {
    const name =
      '{{ creditor.name }} {% for i in (1..9) %}x{% endfor %} <script>alert(1)</script> & "q"';
    const renderer = rendererOf({ nl: '{{ debtor.name }}' }, { text: '{{ debtor.name }}' });

    const letter = await renderer.render({
      ...request,
      values: { ...values, debtor: { ...values.debtor, name } },
    });

    expect(letter.text).toBe(`${name}\n`);
    expect(letter.html).toContain(
      '{{ creditor.name }} {% for i in (1..9) %}x{% endfor %} &lt;script&gt;',
    );
    expect(letter.html).not.toContain('<script>');
  });

  it.each(['Jan\r\nBcc: x@evil.example', 'Jan\nx', 'Jan\u0000', 'a\u001bb'])(
    'with a line break or control character are refused (%j)',
    async (name) => {
      const renderer = rendererOf({ nl: 'Dag' }, { subject: 'Voor {{ debtor.name }}' });
      const forged = { ...values, debtor: { ...values.debtor, name } };

      await expect(renderer.render({ ...request, values: forged })).rejects.toThrow(
        LetterValuesInvalidError,
      );
    },
  );

  it('with marks that turn the subject around are refused', async () => {
    const renderer = rendererOf({ nl: 'Dag' }, { subject: 'Voor {{ debtor.name }}' });
    const forged = { ...values, debtor: { ...values.debtor, name: 'Jan \u202e00,1 €' } };

    await expect(renderer.render({ ...request, values: forged })).rejects.toThrow(
      HeaderUnsafeError,
    );
  });

  it.each([
    ['payUrl', { payUrl: 'javascript:alert(1)' }],
    ['creditor.logoUrl', { creditor: { ...values.creditor, logoUrl: 'file:///etc/passwd' } }],
    ['amounts.openCents', { amounts: { ...values.amounts, openCents: 1 } }],
    ['amounts.principalCents', { invoices: [{ ...values.invoices[0]!, openCents: 1 }] }],
    ['amounts.announcedCents', { amounts: { ...values.amounts, announcedCents: 4000 } }],
    ['invoices.toPayCents', { invoices: [{ ...values.invoices[0]!, toPayCents: 1 }] }],
    [
      'invoices.costsCents',
      { invoices: [{ ...values.invoices[0]!, toPayCents: 123_450, costsCents: 1 }] },
    ],
    [
      'invoices.interestCents',
      { invoices: [{ ...values.invoices[0]!, toPayCents: 123_450, interestCents: 1 }] },
    ],
    ['today', { today: '2026-02-30' }],
    ['invoices', { invoices: [] }],
  ])('that are wrong or do not add up are refused by name: %s', async (field, change) => {
    const wrong = rendererOf({ nl: 'Dag' }).render({
      ...request,
      values: { ...values, ...change },
    });

    await expect(wrong).rejects.toThrow(LetterValuesInvalidError);
    await expect(wrong).rejects.toMatchObject({ details: { field } });
  });
});

describe('a template', () => {
  it('that does not exist in any language is named', async () => {
    const missing = rendererOf({ en: 'Hi' }).render({ ...request, template: 'nope' });

    await expect(missing).rejects.toThrow(TemplateMissingError);
  });

  it.each([
    ['an unknown merge field', 'Dag {{ debtor.shoeSize }}'],
    ['an unknown filter', 'Dag {{ debtor.name | shout }}'],
    ['a filter that would switch escaping off', 'Dag {{ debtor.name | raw }}'],
    ['Liquid that does not end', '{% if debtor.name %}'],
    ['a loop without end', '{% for i in (1..1000000000) %}x{% endfor %}'],
    [
      'nested loops without end',
      '{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}',
    ],
    ['a file from the disk', "{% render '/etc/passwd' %}"],
    ['a prototype', '{{ debtor.constructor }}'],
    ['an element that MJML does not know', '<mjml><mj-body><mj-nope /></mj-body></mjml>'],
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<img src="{{ creditor.logoUrl }}" onerror="alert(1)">'],
    ['a script link', '<a href="JavaScript:alert(1)">x</a>'],
    ['a picture from elsewhere', '<img src="https://evil.example/pixel.gif">'],
    ['a style sheet from elsewhere', '<style>@import "//evil.example/a.css";</style>'],
    ['an include of a file', '<mjml><mj-body><mj-include path="/etc/passwd" /></mj-body></mjml>'],
    [
      'an include upwards',
      '<mjml><mj-body><mj-include path="../parts/../../x.mjml" /></mj-body></mjml>',
    ],
    ['an include in disguise', "<mjml><mj-body><mj-include path='/etc/passwd' /></mj-body></mjml>"],
  ])('with %s is refused', async (_, body) => {
    const bad = rendererOf({ nl: body }).render(request);

    await expect(bad).rejects.toThrow(TemplateInvalidError);
    await expect(bad).rejects.toThrow(/^Template nl\/t/);
  });

  it('can be mended: an error is not kept', async () => {
    const templates = new Map([
      ['nl/t.mjml', MJML('Dag')],
      ['nl/t.txt.liquid', 'Dag'],
    ]);
    const renderer = createDocumentRenderer({ templates });
    await expect(renderer.render(request)).rejects.toThrow('nl/t.meta.json');

    templates.set('nl/t.meta.json', meta('Hallo'));

    expect((await renderer.render(request)).subject).toBe('Hallo');
  });
});
