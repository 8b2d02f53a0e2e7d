import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';

/** Gives `reply.sendFile`; registers no routes, so that every route has its rule in our own code. */
export const staticFiles = fp(
  async (app) => {
    await app.register(fastifyStatic, {
      serve: false,
      index: false,
      dotfiles: 'deny',
      preCompressed: true, // The build of the web application leaves packed files beside its files.
    });
  },
  { name: 'static-files', fastify: '5.x' },
);
