import multipart from '@fastify/multipart';
import fp from 'fastify-plugin';
import { MalformedAddressError } from '../http.errors.ts';
import { parseJson } from './parse-json.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** How much the files of one request may be together. */
    readonly uploadLimitBytes: number;
  }
}

/** What may come in: JSON, and files on the routes that ask for them. Anything else is a 415. */
export const bodies = fp<{ readonly uploadLimitBytes: number }>(
  async (app, { uploadLimitBytes }) => {
    // Without this Fastify also takes text/plain, which any web site may send without asking.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (_: unknown, body: Buffer) => (body.length === 0 ? undefined : parseJson(body)),
    );
    app.decorate('uploadLimitBytes', uploadLimitBytes);
    await app.register(multipart, {
      limits: {
        fileSize: uploadLimitBytes,
        files: 50,
        fields: 20,
        fieldSize: 100_000,
        parts: 70,
        headerPairs: 100,
      },
    });

    app.addHook('onRequest', async (request) => {
      // A null character has no meaning in an address, and databases disagree on what it is.
      if (/%00/.test(request.url)) throw new MalformedAddressError();
    });
  },
  { name: 'bodies', fastify: '5.x' },
);
