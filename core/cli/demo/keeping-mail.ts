import type { OutgoingMail } from '@inning/sdk';
import type { PortProvider, Registries } from '../../host/index.ts';

/** The plugins with every mail connector replaced by one that hands mail to `keep`: nothing leaves. */
export function withKeptMail(
  registries: Registries,
  keep: (mail: OutgoingMail) => void,
): Registries {
  const port = {
    isIdempotent: true,
    concurrency: 100,
    async send(mail: OutgoingMail) {
      keep(mail);
      return { providerId: mail.messageId };
    },
  };
  const providers = registries
    .port('mail')
    .map(({ pluginId }): PortProvider<'mail'> => ({ pluginId, factory: () => port }));
  return {
    ...registries,
    port: ((name) => (name === 'mail' ? providers : registries.port(name))) as Registries['port'],
  };
}
