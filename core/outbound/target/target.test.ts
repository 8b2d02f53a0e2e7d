import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isAmong, parseHostPattern } from './host-pattern.ts';
import { isPublicAddress } from './public-address.ts';
import { readTarget } from './read-target.ts';

const at = (host: string, port = 443) => ({ host, port });

describe('a declared host', () => {
  it('is exactly that name, or with a star every name below it', () => {
    expect(isAmong(['api.example.com'], at('api.example.com'))).toBe(true);
    expect(isAmong(['*.example.com'], at('api.example.com'))).toBe(true);
    expect(isAmong(['*.example.com'], at('a.b.example.com'))).toBe(true);
  });

  it.each([
    ['*.example.com', 'example.com'],
    ['*.example.com', 'badexample.com'],
    ['*.example.com', 'example.com.evil.net'],
    ['example.com', 'api.example.com'],
    ['api.example.com', 'api.example.com.evil.net'],
  ])('%s is not %s', (pattern, host) => {
    expect(isAmong([pattern], at(host))).toBe(false);
  });

  it('is on port 443, unless it says another', () => {
    expect(isAmong(['api.example.com'], at('api.example.com', 8443))).toBe(false);
    expect(isAmong(['api.example.com:8443'], at('api.example.com', 8443))).toBe(true);
    expect(isAmong(['api.example.com:8443'], at('api.example.com'))).toBe(false);
  });

  it.each([
    '',
    '*',
    '*.com',
    '**.example.com',
    'a.*.com',
    'com',
    'localhost',
    'a.localhost',
    'metadata.google.internal',
    'nas.local',
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    'a.0x7f000001',
    '[::1]',
    '::1',
    'example.com.',
    'Example.com',
    'exämple.com',
    'example.com/path',
    'user@example.com',
    'https://example.com',
    'example.com:0',
    'example.com:65536',
    'example.com:443:1',
    'a..example.com',
    '-a.example.com',
    `${'a'.repeat(64)}.example.com`,
  ])('cannot be "%s"', (text) => {
    expect(parseHostPattern(text)).toBeNull();
    expect(isAmong([text], at(text))).toBe(false);
  });

  it('covers what asks for no more', () => {
    expect(covers(['*.example.com'], 'api.example.com')).toBe(true);
    expect(covers(['*.example.com'], '*.eu.example.com')).toBe(true);
    expect(covers(['*.eu.example.com'], '*.example.com')).toBe(false);
    expect(covers(['api.example.com'], '*.example.com')).toBe(false);
    expect(covers(['*.example.com'], 'api.example.com:8443')).toBe(false);
  });
});

describe('an address of a request', () => {
  it('is read as it is written', () => {
    expect(readTarget('https://API.example.com/v1?q=%20#part')).toMatchObject({
      host: 'api.example.com',
      port: 443,
    });
    expect(readTarget('https://api.example.com:8443')).toMatchObject({ port: 8443 });
    expect(readTarget('https://xn--bcher-kva.example/').host).toBe('xn--bcher-kva.example');
  });

  it.each([
    'http://api.example.com/',
    'ftp://api.example.com/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '//api.example.com/',
    'https:/api.example.com/',
    'https:api.example.com/',
    'https:///api.example.com/',
    'https:\\\\api.example.com\\',
    'https://api.example.com\\@evil.net/',
    'https://evil.net\\.api.example.com/',
    ' https://api.example.com/',
    'https://api.exa\tmple.com/',
    'https://api.example.com/\r\nHost: evil.net',
    'https://api.example.com/\u0000',
    'https://user@api.example.com/',
    'https://user:password@api.example.com/',
    'https://@api.example.com/',
    'https://api.example.com@evil.net/',
    'https://api.example.com./',
    'https://api.example.com:/',
    'https://api.example.com:0443/',
    'https://api.example.com:99999/',
    'https://api%2eexample.com/',
    'https://ａｐｉ.example.com/',
    'https://bücher.example/',
    'https://api。example.com/',
    'https://①②⑦.⓪.⓪.①/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1%25eth0]/',
    'https://[::]/',
    'https://0/',
    'https://localhost/',
    'https://intranet/',
    'https://169.254.169.254/latest/meta-data/',
    'https://93.184.216.34/',
    'https://',
    '',
  ])('%j is refused', (text) => {
    expect(() => readTarget(text)).toThrow('This request is not made');
  });

  it('never leads elsewhere than the name in it, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        let host: string;
        try {
          ({ host } = readTarget(`https://${noise}api.example.com/`));
        } catch {
          return;
        }
        const written = noise.split(/[/?#]/)[0] ?? '';
        const expected = /[/?#]/.test(noise) ? written : `${written}api.example.com`;
        expect(host).toBe(expected.toLowerCase().replace(/:443$/, ''));
      }),
    );
  });
});

describe('an address of the network', () => {
  it.each(['93.184.216.34', '1.1.1.1', '8.8.8.8', '2606:4700::1111', '2a00:1450:400e::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.255', '10.0.0.1', '172.16.0.1'],
    ['172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200'],
    ['192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
    ['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
    ['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1'],
    ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '2002:7f00:1::', '2002:808:808::'],
    ['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:db8::1', '3fff::1', '2001:10::1'],
    ['fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1'],
    ['2606:4700::5efe:7f00:1', '2606:4700::200:5efe:a00:1', '5f00::1', '4000::1'],
    ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '8.8.8', '8.8.8.08', 'example.com', ''],
  ])('none of these is: %s, %s, %s, …', (...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
