import { openInProcess } from '@inning/sdk/testing';
import { bankXs2aPlugin } from './index.ts';

export const KNAB = 'https://xs2a.knab.nl/v1';
export const SNS = 'https://psd.bancairediensten.nl/psd2/snsbank/v1';
export const RABO = 'https://api.rabobank.nl/openapi/payments/account-information/ais/v3';
export const ING = 'https://api.ing.com';
export const settings = {
  addresses: [
    { bank: 'knab', url: KNAB },
    { bank: 'sns', url: SNS },
    { bank: 'rabobank', url: RABO },
    { bank: 'ing', url: `${ING}/v3` },
  ],
};

type Recorded = NonNullable<Parameters<typeof openInProcess>[2]>['recorded'];

/** The connector before banks that answer as was recorded; for tests of this folder. */
export const openXs2a = (recorded: Recorded, own: object = settings) =>
  openInProcess(bankXs2aPlugin, 'bank-feed', { settings: own, recorded: recorded ?? [] })();
