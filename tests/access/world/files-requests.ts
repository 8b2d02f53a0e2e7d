import type { RouteEntry } from '../../../core/http/index.ts';
import type { Asked } from '../../kit/access-world.ts';
import type { Place } from './places.ts';

const BOUNDARY = 'a-boundary-that-is-in-no-file';

/** Routes that take files say so in `consumes`; there the administration is a field of the form. */
export function takesFiles({ schema }: RouteEntry): boolean {
  const { consumes } = schema as { consumes?: readonly string[] };
  return consumes?.includes('multipart/form-data') ?? false;
}

/** Files that are of the agency as a whole: their form names no administration. */
const OF_THE_AGENCY = new Set([
  '/api/communications/bounces',
  '/api/installed-plugins',
  '/api/trust-accounts/:id/statements',
]);

/** Routes whose form names an administration. */
export const namesAdministration = (route: RouteEntry) =>
  takesFiles(route) && !OF_THE_AGENCY.has(route.url);

/** The request with a form that holds the administration and one small file. */
export function withFile(asked: Asked, { administrationId }: Place): Asked {
  const part = (header: string, content: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${header}\r\n\r\n${content}\r\n`;
  const file = 'name="files"; filename="a.csv"\r\ncontent-type: text/csv';
  return {
    ...asked,
    payload: `${part('name="administrationId"', administrationId)}${part(file, 'a;b')}--${BOUNDARY}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
