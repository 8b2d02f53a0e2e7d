import { type Static, Type } from 'typebox';
import type { HttpAnswer, HttpRequest } from '../../plugin-tools.ts';

/** What one request is answered with. A `url` that ends in `*` stands for all that begin so. */
export const RecordedAnswerSchema = Type.Object(
  {
    method: Type.Optional(Type.String({ default: 'GET' })),
    url: Type.String(),
    /** Only when this text stands in the body. */
    bodyHas: Type.Optional(Type.String()),
    status: Type.Optional(Type.Integer({ minimum: 100, maximum: 599, default: 200 })),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** The body as text, or as JSON. */
    body: Type.Optional(Type.String()),
    json: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: false },
);
export type RecordedAnswer = Static<typeof RecordedAnswerSchema>;

/** The first answer that fits, or null. */
export function answerRecorded(
  request: HttpRequest,
  recorded: readonly RecordedAnswer[],
): HttpAnswer | null {
  const found = recorded.find((one) => fits(request, one));
  if (!found) return null;
  const isJson = found.json !== undefined;
  return {
    status: found.status ?? 200,
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...found.headers },
    body: isJson ? JSON.stringify(found.json) : (found.body ?? ''),
  };
}

function fits(request: HttpRequest, { method, url, bodyHas }: RecordedAnswer): boolean {
  const isUrl = url.endsWith('*') ? request.url.startsWith(url.slice(0, -1)) : request.url === url;
  const isMethod = (request.method ?? 'GET') === (method ?? 'GET');
  return isUrl && isMethod && (bodyHas === undefined || (request.body ?? '').includes(bodyHas));
}
