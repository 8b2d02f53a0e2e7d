import { Compile } from 'typebox/schema';
import type { HttpRequest } from '../../plugin-tools.ts';
import { asSent } from './as-sent.ts';
import { type Json, asObject, type References } from './json-references.ts';
import { readMultipart } from './read-multipart.ts';

/** What a request sends that its description does not allow, in words. */
export function checkSentBody(body: Json, request: HttpRequest, references: References): string[] {
  const described = asObject(references.resolve(body));
  const contents = asObject(references.resolve(described['content']));
  if (Object.keys(contents).length === 0) return [];
  if (request.body === undefined || request.body === '') {
    return described['required'] === true ? ['it has no body'] : [];
  }
  const type = headerOf(request, 'content-type') ?? '';
  const name = Object.keys(contents).find((one) => type.split(';')[0]?.trim() === one);
  if (name === undefined) return [`a body of type "${type}" is not among those it takes`];
  const sent = readBody(type, request.body);
  if ('problem' in sent) return [sent.problem];
  const schema = asObject(asObject(references.resolve(contents[name]))['schema']);
  return problemsOf(asObject(asSent(schema, references)), sent.value, references);
}

/** A form knows only texts, so its fields are checked by name and texts, not by their types. */
function readBody(type: string, body: string): { value: Json } | { problem: string } {
  try {
    if (type.startsWith('multipart/form-data')) return { value: nested(readMultipart(type, body)) };
    if (type.startsWith('application/x-www-form-urlencoded')) {
      return { value: nested(Object.fromEntries(new URLSearchParams(body))) };
    }
    return { value: type.includes('json') ? (JSON.parse(body) as Json) : body };
  } catch (error) {
    return { problem: `its body cannot be read: ${error instanceof Error ? error.message : ''}` };
  }
}

/** `to[name]` is the field `name` of `to`; `true`, `12` and the like are read as what they say. */
function nested(fields: Readonly<Record<string, string>>): Json {
  const all: Record<string, Json> = {};
  for (const [name, text] of Object.entries(fields)) {
    const [first = '', ...rest] = name.split(/[[\]]+/).filter((part) => part !== '');
    const value =
      /^(true|false|null|\d{1,15})$/.test(text) && rest.length === 0 ? parse(text) : text;
    const [inner] = rest;
    if (inner === undefined) all[first] = value;
    else all[first] = { ...asObject(all[first]), [inner]: value };
  }
  return all;
}

const parse = (text: string): Json => JSON.parse(text) as Json;

type Asked = {
  readonly request: HttpRequest;
  readonly query: URLSearchParams;
  readonly references: References;
};

/** Parameters in the query and in headers; the path was looked at when it was found. */
export function checkParameters(
  parameters: readonly Readonly<Record<string, Json>>[],
  { request, query, references }: Asked,
): string[] {
  return parameters.flatMap((parameter) => {
    const { name, in: place, required, schema } = parameter;
    if (typeof name !== 'string' || (place !== 'query' && place !== 'header')) return [];
    const value = place === 'query' ? query.get(name) : headerOf(request, name);
    if (value === null || value === undefined) {
      return required === true ? [`${place} parameter ${name} is missing`] : [];
    }
    const found = asObject(references.resolve(schema));
    return found['type'] === 'string'
      ? problemsOf(found, value, references).map((text) => `${place} parameter ${name} ${text}`)
      : [];
  });
}

function problemsOf(
  schema: Readonly<Record<string, Json>>,
  value: Json,
  references: References,
): string[] {
  const components = componentsAsSent(references);
  const [, errors] = Compile({ ...schema, components } as never).Errors(value);
  return errors.map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`);
}

const SENT = new WeakMap<References, Json>();

/** Made once a description: there may be thousands of schemas in it. */
function componentsAsSent(references: References): Json {
  const known = SENT.get(references);
  if (known !== undefined) return known;
  const made = asSent(references.root['components'] ?? {}, references);
  SENT.set(references, made);
  return made;
}

function headerOf({ headers = {} }: HttpRequest, name: string): string | undefined {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}
