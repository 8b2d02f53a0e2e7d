import { type Static, Type } from '@inning/sdk';

const Address = (title: string, description: string) =>
  Type.String({ title, description, format: 'email', maxLength: 254 });

export const SmtpSettings = Type.Object({
  host: Type.String({ title: 'Server', minLength: 1, description: 'Such as smtp.example.com' }),
  port: Type.Integer({ title: 'Port', minimum: 1, maximum: 65_535, default: 587 }),
  secure: Type.Boolean({
    title: 'TLS from the start',
    description: 'On for port 465. Off means STARTTLS, which a password insists on.',
    default: false,
  }),
  user: Type.Optional(Type.String({ title: 'User' })),
  password: Type.Optional(Type.String({ title: 'Password', secret: true })),
  from: Type.Optional(
    Address('Send as', 'When this account may only send as itself; answers still go to the sender'),
  ),
  returnPath: Type.Optional(
    Address('Bounces to', 'Each mail gets its own address in front of the @, after a plus sign'),
  ),
  dkim: Type.Optional(
    Type.Object(
      {
        domainName: Type.String({ title: 'Domain', minLength: 1 }),
        keySelector: Type.String({ title: 'Selector', minLength: 1 }),
        privateKey: Type.String({ title: 'Private key (PEM)', minLength: 1, secret: true }),
      },
      { title: 'DKIM signature', description: 'Leave empty when the server signs by itself' },
    ),
  ),
  connections: Type.Integer({ title: 'Connections at once', minimum: 1, maximum: 20, default: 5 }),
  timeoutSeconds: Type.Integer({
    title: 'Wait for the server',
    description: 'Seconds without any answer',
    minimum: 1,
    maximum: 600,
    default: 60,
  }),
});
export type SmtpSettings = Static<typeof SmtpSettings>;
