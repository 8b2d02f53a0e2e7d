import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import PostalMime from 'postal-mime';
import { type Access, AGENCY_STAFF, type PluginRoutes, type RequestUser, Type } from '@inning/sdk';
import type { Mailbox } from './folder/mailbox.ts';
import { MailEntry } from './folder/mail-entry.ts';
import { MailNotKeptError } from './mailbox.errors.ts';
import { MailView, viewOf } from './mailbox.view.ts';

const ACCESS: Access = { roles: AGENCY_STAFF };

/** Nothing in a mail runs or loads; a link opens in a window of its own, outside the frame. */
const HTML_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const OneMail = Type.Object({ id: Type.String() });
type ById = { Params: { id: string } };

const MailList = Type.Object({
  items: Type.Array(MailEntry),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Pass as `after` for older mail' }),
  total: Type.Integer(),
});
const ListQuery = Type.Object({
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$' })),
  after: Type.Optional(Type.String({ maxLength: 32 })),
});
type ListRequest = { Querystring: { limit?: string; after?: string } };

/** The mailbox of the signed-in agency: the list, one mail, the file itself, and the HTML for a frame. */
export const mailboxRoutes =
  (mailbox: Mailbox): PluginRoutes =>
  (app: FastifyInstance) => {
    const eml = async (request: FastifyRequest<ById>): Promise<Buffer> => {
      const found = await mailbox.read(agencyOf(request), request.params.id);
      if (!found) throw new MailNotKeptError();
      return found;
    };

    const list = { querystring: ListQuery, response: { 200: MailList } };
    app.get<ListRequest>(
      '/messages',
      route('Mails that were kept, newest first', 'listMailboxMails', list),
      async (request) => {
        const { limit = '50', after } = request.query;
        const part = after === undefined ? {} : { after };
        return mailbox.list(agencyOf(request), { limit: Number(limit), ...part });
      },
    );

    const view = { params: OneMail, response: { 200: MailView } };
    app.get<ById>(
      '/messages/:id',
      route('One mail with its headers', 'getMailboxMail', view),
      async (request) => viewOf(request.params.id, await eml(request)),
    );

    app.get<ById>(
      '/messages/:id.eml',
      route('One mail as a file', 'getMailboxFile', { params: OneMail }),
      async (request, reply) => {
        const file = await eml(request);
        // The name is safe: an id that is found holds only hexadecimal digits.
        reply.header('content-disposition', `attachment; filename="${request.params.id}.eml"`);
        return reply.headers(PRIVATE).type('message/rfc822').send(file);
      },
    );

    app.get<ById>(
      '/messages/:id/html',
      route('The HTML of a mail, for a frame', 'getMailboxHtml', { params: OneMail }),
      async (request, reply) => sendHtml(reply, await eml(request)),
    );
  };

const route = (summary: string, operationId: string, schema: object) => ({
  config: { access: ACCESS },
  schema: { tags: ['Mailbox'], summary, operationId, ...schema },
});

const PRIVATE = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

async function sendHtml(reply: FastifyReply, eml: Buffer): Promise<FastifyReply> {
  const { html } = await PostalMime.parse(eml);
  reply.headers({ ...PRIVATE, 'content-security-policy': HTML_POLICY });
  return reply.type('text/html; charset=utf-8').send(html ?? '');
}

/** Whose mailbox: the access rule lets only people of an agency in. */
function agencyOf(request: FastifyRequest): string {
  const { user } = request as { user?: RequestUser | null };
  if (!user?.agencyId) throw new MailNotKeptError();
  return user.agencyId;
}
