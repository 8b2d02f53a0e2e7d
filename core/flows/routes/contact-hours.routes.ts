import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Clock, ContactHoursSchema, type Country, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { lawfulHours } from '../definition/lawful-hours.ts';
import { dayAt } from '../../time/index.ts';
import { CountryNotFoundError } from '../flows.errors.ts';

export type ContactHoursRoutesDeps = {
  readonly countries: { find(code: string): Country | null };
  readonly clock: Clock;
};

/** What the law of a country leaves open: where the hours of a flow begin. */
export function contactHoursRoutes(app: FastifyInstance, deps: ContactHoursRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/countries/:code/contact-hours',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags: ['Drawing flows'],
        summary: 'The hours in which a consumer may be contacted in a usual week',
        operationId: 'getLawfulContactHours',
        params: Type.Object({ code: Type.String({ pattern: '^[A-Z]{2}$' }) }),
        response: { 200: ContactHoursSchema },
      },
    },
    ({ params }) => {
      const country = deps.countries.find(params.code);
      if (!country) throw new CountryNotFoundError(params.code);
      return lawfulHours(country, dayAt(deps.clock.now(), country.timeZone));
    },
  );
}
