import { ClaimSchema, LOCALES, PORT_NAMES, sayMessage } from '@inning/sdk';
import type { PluginDescription } from '@inning/sdk/package';
import { describe, expect, it } from 'vitest';
import { aKey, aNode, aPackage, trusting } from '../../../tests/kit/a-package.ts';
import {
  allAsksOf,
  askTexts,
  compareAsks,
  type InstalledPackage,
  judgePackage,
  NO_ASKS,
  sayAsks,
  signPackage,
  verifyPackage,
} from '../index.ts';

const [publisher, other, rotated] = [aKey(), aKey(), aKey()];
const trust = trusting({ Greetings: publisher, Rival: other });

const verified = (over: Partial<PluginDescription> = {}, key = publisher) =>
  verifyPackage(signPackage(aPackage(over), key.key), trust);
const installed = (over: Partial<PluginDescription> = {}): InstalledPackage => {
  const { manifest, manifestSha256, publisher: by } = verified(over);
  const { version } = manifest.plugin;
  return { version, manifestSha256, publisher: by, asks: allAsksOf(manifest) };
};
const judge = (over: Partial<PluginDescription>, from: InstalledPackage | null = installed()) =>
  judgePackage(verified(over), { installed: from, sdkVersion: '0.1.0' });
const secret = (hosts: string[]) => ({
  key: { title: { en: 'Key' }, kind: 'api-key', header: 'authorization', hosts },
});

describe('installing a package', () => {
  it('asks for everything and waits for consent', () => {
    expect(judge({}, null)).toMatchObject({
      kind: 'install',
      newAsks: { ...NO_ASKS, claim: ['debtor.name'], hosts: ['api.example.com'] },
      needsConsent: true,
    });
  });

  it('is refused when it is made for another SDK', () => {
    expect(() => judge({ sdk: '^9.0.0' }, null)).toThrow(
      'made for SDK ^9.0.0, and this is SDK 0.1.0',
    );
  });
});

describe('an update', () => {
  it('that asks for nothing new needs nobody', () => {
    const permissions = { claim: [], hosts: [] };

    expect(judge({ version: '1.0.1' })).toMatchObject({ kind: 'update', needsConsent: false });
    expect(judge({ version: '1.0.1', permissions })).toMatchObject({
      needsConsent: false,
      droppedAsks: { claim: ['debtor.name'], hosts: ['api.example.com'] },
    });
    expect(judge({})).toMatchObject({ kind: 'same', needsConsent: false });
  });

  it.each([
    ['a field', { permissions: { claim: ['debtor'], hosts: ['api.example.com'] } }, 'claim'],
    ['a host', { permissions: { claim: [], hosts: ['evil.example.com'] } }, 'hosts'],
    ['more hosts', { permissions: { claim: [], hosts: ['*.example.com'] } }, 'hosts'],
    ['a channel', { nodes: [aNode({ contacts: 'sms', ports: [] })] }, 'channels'],
    ['money', { nodes: [aNode({ contacts: null, ports: ['costs'] })] }, 'nodePorts'],
    ['a connector', { ports: ['payment-match'] }, 'ports'],
    ['an event', { listeners: ['payment.matched'] }, 'events'],
    ['a secret', { credentials: secret(['api.example.com']) }, 'credentials'],
  ] as const)(
    'that newly asks for %s waits for consent, also in a patch release',
    (_, over, kind) => {
      const judged = judge({ version: '1.0.1', ...(over as object) });

      expect(judged.needsConsent).toBe(true);
      expect(judged.newAsks[kind]).toHaveLength(1);
      expect(Object.values(judged.newAsks).flat()).toHaveLength(1);
    },
  );

  it('that sends a known secret to another host of its own waits for consent', () => {
    const permissions = { claim: [], hosts: ['a.example.com', 'b.example.com'] };
    const before = installed({ permissions, credentials: secret(['a.example.com']) });
    const credentials = secret(['a.example.com', 'b.example.com']);

    const judged = judge({ version: '1.0.1', permissions, credentials }, before);

    expect(judged.newAsks).toEqual({ ...NO_ASKS, credentials: ['key b.example.com'] });
  });

  it('that is older, or other content under the same version, is refused', () => {
    expect(() => judge({ version: '0.9.9' })).toThrow('installed as 1.0.0; 0.9.9 is older');
    expect(() => judge({ version: '1.0.0-beta.1' })).toThrow('is older');
    expect(() => judge({ description: { en: 'Other' } })).toThrow('installed with other content');
    // Signs of a build would make two versions that neither is older than the other.
    expect(() => judge({ version: '1.0.0+2' })).toThrow('/plugin/version');
  });

  it('comes from the publisher of the installed version, with whichever of their keys', () => {
    const update = verified({ version: '1.0.1' }, other);
    const options = { installed: installed(), sdkVersion: '0.1.0' };

    expect(() => judgePackage(update, options)).toThrow('from another publisher');
    expect(() => judgePackage({ ...update, publisher: null }, options)).toThrow(
      'another publisher',
    );
    const turned = { keyId: rotated.id, publisherId: 'Greetings', name: 'Greetings' };
    expect(judgePackage({ ...update, publisher: turned }, options).kind).toBe('update');
  });
});

describe('what is asked for', () => {
  it('is new only beyond what was allowed', () => {
    const before = { ...NO_ASKS, claim: ['debtor'], hosts: ['*.example.com', 'a.nl'] };
    const added = (claim: string[], hosts: string[]) =>
      compareAsks(before, { ...NO_ASKS, claim, hosts }).added;

    expect(added(['debtor.name', 'debtor.behaviour.class'], ['x.example.com'])).toEqual(NO_ASKS);
    expect(added(['debtors'], [])).toMatchObject({ claim: ['debtors'] });
    expect(
      added([], ['example.com', 'evilexample.com', '*.x.example.com', '*.a.nl']),
    ).toMatchObject({ hosts: ['example.com', 'evilexample.com', '*.a.nl'] });
  });

  it('is told in plain words in every language, each once, money marked', () => {
    const asks = {
      ...NO_ASKS,
      claim: ['openCents', 'costsCents', 'debtor.email'],
      hosts: ['*.example.com'],
      channels: ['sms'],
      nodePorts: ['costs'],
      credentials: ['lob-key api.lob.com'],
    };
    const lines = sayAsks(asks);
    const say = (locale: (typeof LOCALES)[number]) =>
      lines.map(({ message }) => sayMessage(askTexts, message, locale));

    expect(say('nl')).toEqual([
      'Leest wat er openstaat: bedragen, kosten en rente',
      'Leest het e-mailadres van de debiteur',
      'Zegt incassokosten aan en maakt ze opeisbaar',
      'Stuurt debiteuren sms-berichten',
      'Stuurt gegevens naar elk adres onder example.com en haalt ze daar op',
      'Laat het platform de toegang “lob-key” meesturen naar api.lob.com',
    ]);
    expect(lines.map(({ isMoney }) => isMoney).indexOf(true)).toBe(2);
    for (const locale of LOCALES) expect(new Set(say(locale)).size).toBe(lines.length);
  });

  it('has words for every field of a claim', () => {
    const { invoices, debtor } = ClaimSchema.properties;
    const paths = [
      ...Object.keys(ClaimSchema.properties),
      ...Object.keys(debtor.properties).map((field) => `debtor.${field}`),
      ...Object.keys(invoices.items.properties).map((field) => `invoices.${field}`),
    ];

    const wordless = paths.filter((path) =>
      sayAsks({ ...NO_ASKS, claim: [path] }).some(({ message }) => message.code.endsWith('.other')),
    );

    expect(wordless).toEqual([]);
  });

  it('has words for every door to the outside world', () => {
    const lines = sayAsks({ ...NO_ASKS, ports: [...PORT_NAMES] });

    expect(lines.map(({ message }) => message.code.replace('packages.port.', ''))).toEqual(
      PORT_NAMES,
    );
  });
});
