import type { RouteEntry } from '../../../core/http/index.ts';
import type { Asked } from '../../kit/access-world.ts';
import type { Place } from './places.ts';

type Special = (asked: Asked, named: Place) => Asked;

/** What a schema cannot tell: by operationId, the request as it must look. */
const SPECIAL: Readonly<Record<string, Special>> = {};

export function specialRequest({ schema }: RouteEntry, asked: Asked, named: Place): Asked {
  const { operationId } = schema as { operationId?: string };
  return SPECIAL[operationId ?? '']?.(asked, named) ?? asked;
}
