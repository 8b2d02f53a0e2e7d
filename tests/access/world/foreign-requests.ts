import type { RequestUser } from '@inning/sdk';
import type { RouteEntry } from '../../../core/http/index.ts';
import type { Asked } from '../../kit/access-world.ts';
import { fillSchema, idPaths } from './fill-schema.ts';
import { idBuilder, isIdName } from './named-ids.ts';
import type { Place, Places } from './places.ts';
import { namesAdministration, takesFiles, withFile } from './files-requests.ts';

/** One place in a request where an id stands: `path debtorId`, `query debtorId`, `body lines.invoiceId`. */
export type IdSpot = { readonly part: 'path' | 'query' | 'body'; readonly path: string };
export type ForeignRequest = { readonly asked: Asked; readonly what: string };

const FORM_FIELD: IdSpot = { part: 'body', path: 'administrationId' };

type Part = { readonly params?: unknown; readonly querystring?: unknown; readonly body?: unknown };

/** Everywhere in a request to this route where somebody may name something. */
export function idSpots(route: RouteEntry): IdSpot[] {
  const { querystring, body } = partsOf(route);
  const params = [...route.url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return [
    ...params.filter(isIdName).map((path) => ({ part: 'path', path }) as const),
    ...idPaths(querystring).map((path) => ({ part: 'query', path }) as const),
    ...idPaths(body).map((path) => ({ part: 'body', path }) as const),
    ...(namesAdministration(route) ? [FORM_FIELD] : []),
  ];
}

/** The spots of which nobody told what they name: each is a hole in this test. */
export function unknownSpots(route: RouteEntry, place: Place): IdSpot[] {
  return idSpots(route).filter(({ part, path }) => {
    const builder = idBuilder(lastOf(path), part === 'path' ? route.url : '');
    return builder === undefined || (builder !== null && builder(place) === undefined);
  });
}

/** A request that is right in everything, with the ids of one place, and foreign ones in one spot. */
export function requestFor(route: RouteEntry, home: Place, foreign?: [IdSpot, Place]): Asked {
  const from = (spot: IdSpot): Place =>
    foreign && foreign[0].part === spot.part && foreign[0].path === spot.path ? foreign[1] : home;
  const nameId = (part: IdSpot['part']) => (field: string, path: string) =>
    idBuilder(field)?.(from({ part, path })) ?? 'ffffffffffffffffffffffff';

  const url = route.url.replace(/:(\w+)/g, (_, name: string) => {
    const id = isIdName(name)
      ? idBuilder(name, route.url)?.(from({ part: 'path', path: name }))
      : null;
    return id ?? '1';
  });
  const { querystring, body } = partsOf(route);
  const query = querystring ? fillSchema(querystring, nameId('query')) : {};
  const asked: Asked = {
    method: route.method,
    url,
    query: asText(query as Record<string, unknown>, querystring, foreign?.[0]),
    ...(body === undefined ? {} : { payload: fillSchema(body, nameId('body')) as object }),
  };
  return takesFiles(route) ? withFile(asked, from(FORM_FIELD)) : asked;
}

/** A filter is only there when it must be, or is what this request is about. */
function asText(query: Record<string, unknown>, schema: unknown, spot: IdSpot | undefined) {
  const { required = [] } = (schema ?? {}) as { required?: readonly string[] };
  const isWanted = (field: string) =>
    !isIdName(field) || required.includes(field) || (spot?.part === 'query' && spot.path === field);
  const entries = Object.entries(query).filter(
    ([field, value]) => value !== undefined && isWanted(field),
  );
  return Object.fromEntries(entries.map(([field, value]) => [field, String(value)]));
}

/** Every way to name something outside what this user may see, one spot at a time. */
export function foreignRequests(
  route: RouteEntry,
  { home, ...others }: Places,
  user: RequestUser,
): ForeignRequest[] {
  return Object.values(others).flatMap((place) =>
    idSpots(route).flatMap((spot) => {
      const builder = idBuilder(lastOf(spot.path), spot.part === 'path' ? route.url : '');
      const [own, foreign] = [builder?.(home), builder?.(place)];
      const isTheSame = foreign === undefined || own === foreign;
      if (isTheSame || maySee(user, place)) return [];
      const what = `${spot.part} ${spot.path} of the ${place.name}`;
      return [{ what, asked: requestFor(route, home, [spot, place]) }];
    }),
  );
}

/** By the walls themselves, not by the code under test. */
export function maySee(user: RequestUser, place: Place): boolean {
  const holds = (allowed: 'all' | readonly string[], id: string) =>
    allowed === 'all' || allowed.includes(id);
  return (
    user.agencyId === place.agencyId &&
    holds(user.creditorIds, place.creditorId) &&
    holds(user.administrationIds, place.administrationId)
  );
}

const lastOf = (path: string) => path.split('.').at(-1) ?? path;
const partsOf = (route: RouteEntry) => route.schema as Part;
