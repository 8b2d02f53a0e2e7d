import { describe, expect, it } from 'vitest';
import { lettersPlugin } from './letters-plugin.ts';
import { withOutside } from './outside.ts';
import { plugin, quiet } from './some-plugins.ts';

const { agency, url, hostWith } = withOutside();

describe('a plugin', () => {
  it('reaches what it declares and was granted, and nothing when it declares nothing', async () => {
    const granted = hostWith([lettersPlugin([]), plugin('quiet')], {
      pluginOf: () => ({
        permissions: { hosts: ['*.example.com'] },
        credentials: {},
        texts: { 'post-letters.sent': { en: 'Sent {count}', nl: '{count} verstuurd' } },
        grantedHosts: ['www.example.com', 'evil.example.net'],
      }),
    });
    const tools = granted.toolsFor('post-letters', agency);

    expect((await tools.http.request({ url: 'https://www.example.com/' })).status).toBe(200);
    for (const host of ['api.example.com', 'evil.example.net']) {
      await expect(tools.http.request({ url: `https://${host}/` })).rejects.toMatchObject({
        code: 'HTTP_REFUSED',
      });
    }
    const own = hostWith([plugin('quiet')]).toolsFor('quiet', agency);
    await expect(own.http.request({ url })).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
    expect(tools.translate({ code: 'post-letters.sent', params: { count: 2 } }, 'nl')).toBe(
      '2 verstuurd',
    );
  });

  it('says in the log who it is, and never more than a line', async () => {
    const lines: [object, string][] = [];
    const log = {
      ...quiet,
      warn: (details: object, text: string) => void lines.push([details, text]),
    };
    const loud = hostWith([plugin('loud')], { log });

    loud
      .toolsFor('loud', agency)
      .log.warn(
        { pluginId: 'other', list: Array(1_000).fill('x'.repeat(9_000)) },
        'y'.repeat(9_000),
      );

    expect(lines[0]?.[0]).toMatchObject({ pluginId: 'loud', details: { pluginId: 'other' } });
    expect(JSON.stringify(lines).length).toBeLessThan(12_000);
  });
});
