import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { FileUnreadableError, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { readUpload } from '../../files/index.ts';
import { actorOf, toId } from '../../routing/index.ts';
import { CommunicationSchema, communicationView } from '../communication.view.ts';
import type { CommunicationService } from '../communications.service.ts';
import { readBounce } from './read-bounce.ts';

/** Handing in what a mail server sent back: the letter is found by its Message-ID, and returned. */
export function bounceRoutes(app: FastifyInstance, communications: CommunicationService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/communications/bounces',
    {
      config: { access: { roles: WRITERS } },
      schema: {
        tags: ['Communications'],
        summary: 'Hand in bounces of mails: what they announced counts no more',
        description:
          'Multipart: reports of a mail server (RFC 3464) as `.eml` files. A report that the server still tries ' +
          'changes nothing. Answers the letters.',
        operationId: 'readBounces',
        consumes: ['multipart/form-data'],
        response: { 200: Type.Object({ letters: Type.Array(CommunicationSchema) }) },
      },
    },
    async (request) => {
      const { scope, user } = request;
      const { files } = await readUpload(request);
      if (files.length === 0) throw new FileUnreadableError('.eml', 'There is no file.');
      const bounces = await Promise.all(files.map((file) => readBounce(file)));
      // All of them are known before one of them is noted.
      await Promise.all(bounces.map((one) => communications.get(scope, toId(one.communicationId))));
      const letters = [];
      for (const { communicationId, isFinal, reason } of bounces) {
        const id = toId(communicationId);
        const told = { reason, by: actorOf(user) };
        const letter = isFinal
          ? await communications.recordReturn(scope, id, told)
          : await communications.get(scope, id);
        letters.push(communicationView(letter));
      }
      return { letters };
    },
  );
}
