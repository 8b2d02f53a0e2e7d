import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, DEBTOR_KINDS, isLocale, type Locale, Type } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CentsSchema, DaySchema, LocaleSchema } from '../domain/routing/index.ts';
import { limitQuestions } from './limit-questions.ts';
import type { Calculator } from './calculator.ts';
import { sayDebt } from './say-debt.ts';

const MOST_CENTS = 100_000_000_000;
const Amount = Type.Integer({ minimum: 1, maximum: MOST_CENTS, description: 'Whole cents' });
const Ground = Type.Object({ article: Type.String(), sentence: Type.String() });
const Line = Type.Object({ amountCents: CentsSchema, sentence: Type.String() });

const QuestionSchema = Type.Object(
  {
    debtorKind: Type.Enum(DEBTOR_KINDS),
    principalCents: Amount,
    dueOn: DaySchema,
    until: Type.Optional(DaySchema),
    isAnnounced: Type.Optional(Type.Boolean()),
    isVatDeductible: Type.Optional(Type.Boolean()),
    payments: Type.Optional(
      Type.Array(Type.Object({ on: DaySchema, amountCents: Amount }), { maxItems: 100 }),
    ),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    language: Type.Optional(LocaleSchema),
  },
  { additionalProperties: false },
);
const AnswerSchema = Type.Object({
  openPrincipalCents: CentsSchema,
  openInterestCents: CentsSchema,
  costsCents: CentsSchema,
  totalCents: CentsSchema,
  costs: Type.Object({
    feeCents: CentsSchema,
    vatCents: CentsSchema,
    totalCents: CentsSchema,
    ground: Ground,
    lines: Type.Array(Line),
  }),
  interest: Type.Object({
    interestCents: CentsSchema,
    excessCents: CentsSchema,
    ground: Ground,
    periods: Type.Array(
      Type.Object({
        from: DaySchema,
        to: DaySchema,
        days: Type.Integer(),
        percent: Type.String(),
        baseCents: CentsSchema,
        interestCents: CentsSchema,
        sentence: Type.String(),
      }),
    ),
  }),
  warnings: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() })),
});

/** Costs and interest of one debt, for anybody: no account, no data of tenants. */
export const calculatorRoutes =
  (calculator: Calculator) =>
  async (app: FastifyInstance): Promise<void> => {
    const limit = limitQuestions(app);
    app.withTypeProvider<TypeBoxTypeProvider>().post(
      '/calculator',
      {
        config: { access: 'public' },
        onRequest: limit,
        schema: {
          tags: ['Calculator'],
          summary: 'Collection costs and interest of one debt, with their specification',
          operationId: 'calculateDebt',
          body: QuestionSchema,
          response: { 200: AnswerSchema },
        },
      },
      async (request) => {
        const { country, language, payments = [], ...asked } = request.body;
        const { isAnnounced = true, isVatDeductible = true } = asked;
        const question = {
          debtorKind: asked.debtorKind,
          principalCents: cents(asked.principalCents),
          dueOn: asked.dueOn,
          until: asked.until ?? calculator.today(country),
          isAnnounced,
          isVatDeductible,
          payments: payments.map(({ on, amountCents }) => ({
            on,
            amountCents: cents(amountCents),
          })),
        };
        return sayDebt(calculator.answer(question, country), language ?? languageOf(request));
      },
    );
  };

/** The language that the browser asks for, else Dutch. */
export function languageOf({ headers }: FastifyRequest): Locale {
  const wanted = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2));
  return wanted.find(isLocale) ?? 'nl';
}
