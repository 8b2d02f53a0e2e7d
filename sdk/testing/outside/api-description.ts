import { invariant } from '../../invariant.ts';
import type { HttpAnswer, HttpRequest } from '../../plugin-tools.ts';
import { checkParameters, checkSentBody } from './check-request.ts';
import { type Json, asObject, createReferences, type References } from './json-references.ts';
import { makeExample } from './make-example.ts';

/** An OpenAPI description (3.0 or 3.1, read from JSON) that plays the service it describes. */
export type ApiDescription = {
  /** Null when the request is for another host or path. `problems` says what the request does wrong. */
  answer(
    request: HttpRequest,
  ): { readonly answer: HttpAnswer; readonly problems: readonly string[] } | null;
};

/** `url` is where the service lives; left out, it is the first server of the description. */
export function describeApi(document: unknown, url?: string): ApiDescription {
  const root = asObject(document);
  invariant(root['openapi'], 'not an OpenAPI 3 description: it has no "openapi"');
  const references = createReferences(root);
  const base = (url ?? firstServer(root)).replace(/\/$/, '');
  const routes = routesOf(asObject(root['paths']));

  return {
    answer(request) {
      if (!request.url.startsWith(`${base}/`)) return null;
      const { pathname, searchParams } = new URL(request.url);
      const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
      const method = (request.method ?? 'GET').toLowerCase();
      const route = routes.find((one) => one.matches(path) && method in one.operations);
      if (!route) return null;
      const operation = asObject(references.resolve(route.operations[method]));
      const parameters = [
        ...list(route.operations['parameters']),
        ...list(operation['parameters']),
      ].map((one) => asObject(references.resolve(one)));
      const problems = [
        ...checkParameters(parameters, { request, query: searchParams, references }),
        ...checkSentBody(operation['requestBody'], request, references),
      ];
      const asked = `${method.toUpperCase()} ${path}`;
      return {
        problems: problems.map((problem) => `${asked}: ${problem}`),
        answer: problems.length > 0 ? refusal(problems) : answerOf(operation, references),
      };
    },
  };
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

function firstServer(root: Readonly<Record<string, Json>>): string {
  const [server] = list(root['servers']);
  const url = asObject(server)['url'];
  invariant(typeof url === 'string' && URL.canParse(url), 'the description names no server');
  return url;
}

type Route = {
  readonly matches: (path: string) => boolean;
  readonly operations: Readonly<Record<string, Json>>;
};

/** The fewer variables the earlier, so that `/letters/mine` is not taken for an id. */
function routesOf(paths: Readonly<Record<string, Json>>): Route[] {
  return Object.entries(paths)
    .sort(([a], [b]) => variablesIn(a) - variablesIn(b))
    .map(([template, operations]) => {
      const wanted = template.split('/');
      return {
        operations: asObject(operations),
        matches(path: string) {
          const parts = path.split('/');
          return (
            parts.length === wanted.length &&
            wanted.every((part, at) =>
              part.startsWith('{') ? parts[at] !== '' : part === parts[at],
            )
          );
        },
      };
    });
}

const variablesIn = (template: string) => template.split('{').length;

const refusal = (problems: readonly string[]): HttpAnswer => ({
  status: 422,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ problems }),
});

function answerOf(operation: Readonly<Record<string, Json>>, references: References): HttpAnswer {
  const responses = asObject(operation['responses']);
  const status = Object.keys(responses).find((code) => /^2\d\d$/.test(code)) ?? '200';
  const response = asObject(references.resolve(responses[status] ?? responses['default']));
  const contents = Object.entries(asObject(references.resolve(response['content'])));
  const [type, media] = contents.find(([name]) => name.includes('json')) ?? contents[0] ?? [];
  if (type === undefined) return { status: Number(status), headers: {}, body: '' };
  const example = makeExample(asObject(references.resolve(media)), references);
  return {
    status: Number(status),
    headers: { 'content-type': type },
    body: type.includes('json') ? JSON.stringify(example) : String(example ?? ''),
  };
}
