import type { HttpRequest } from '@inning/sdk';
import type { BrowserContext } from 'playwright-core';
import { startLoopbackServer } from '../../core/outbound/testing/loopback-server.ts';
import { playBank } from './played-bank.ts';

const API = 'xs2a.knab.nl';
/** Where the owner gives consent, with the page that a browser sees there. */
const CONSENT_PAGE = 'https://www.knab.nl/consent/';

/** The played bank on this machine: its interface over TLS, and its page for the owner. */
export async function startBank() {
  const bank = playBank();
  let returnUrl = '';
  const server = await startLoopbackServer(({ method, path, headers, body }) => {
    returnUrl = String(headers['tpp-redirect-uri'] ?? returnUrl);
    return bank.answer({
      method: method as NonNullable<HttpRequest['method']>,
      url: `https://${API}${path}`,
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
  });
  return {
    ...bank,
    /** For `createOutbound`: requests to the bank arrive here. */
    loopback: server.as(API),
    close: server.close,
    /** Lets a browser see the bank's page; its button gives consent and leads back. */
    async welcome(context: BrowserContext): Promise<void> {
      await context.route(`${CONSENT_PAGE}**`, async (route) => {
        const id = route.request().url().slice(CONSENT_PAGE.length);
        if (id.endsWith('/yes')) {
          bank.consents.set(id.slice(0, -'/yes'.length), 'valid');
          return route.fulfill({ status: 303, headers: { location: returnUrl } });
        }
        return route.fulfill({
          contentType: 'text/html',
          body: `<h1>Knab</h1><p><a href="${CONSENT_PAGE}${id}/yes">Geef toestemming</a></p>`,
        });
      });
    },
  };
}
export type BankServer = Awaited<ReturnType<typeof startBank>>;
