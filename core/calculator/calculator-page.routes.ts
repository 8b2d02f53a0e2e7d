import { DomainError, isLocale, Type } from '@inning/sdk';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { calculatorPage } from './calculator-page.html.ts';
import { languageOf } from './calculator.routes.ts';
import type { Calculator } from './calculator.ts';
import { limitQuestions } from './limit-questions.ts';
import { type FormFields, PAYMENT_ROWS, readForm } from './read-form.ts';
import { type SaidDebt, sayDebt } from './say-debt.ts';

const Field = Type.Optional(Type.String({ maxLength: 60 }));
const PAYMENTS = Array.from({ length: PAYMENT_ROWS }, (_, row) => [`paidOn${row}`, `paid${row}`]);
const NAMES = ['amount', 'dueOn', 'until', 'kind', 'letter', 'vat', ...PAYMENTS.flat()];
const QuerySchema = Type.Object(
  Object.fromEntries([...NAMES, 'language', 'ask'].map((name) => [name, Field])),
);

/** The page for who has no account: it reads nothing, keeps nothing and runs no script. */
export const calculatorPageRoutes =
  (calculator: Calculator) =>
  async (app: FastifyInstance): Promise<void> => {
    const limit = limitQuestions(app);
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/p/calculator',
      {
        config: { access: 'public' },
        onRequest: limit,
        schema: { hide: true, querystring: QuerySchema },
      },
      async (request, reply) => {
        const { language, ask, ...fields } = request.query as FormFields;
        const locale = isLocale(language) ? language : languageOf(request);
        const today = calculator.today();
        const asked = ask ? fields : { until: today, ...fields };
        const { question, problems } = ask
          ? readForm(fields, today)
          : { question: null, problems: [] };
        let answer: SaidDebt | null = null;
        let hasNoAnswer = false;
        try {
          if (question) answer = sayDebt(calculator.answer(question), locale);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          hasNoAnswer = true;
        }
        reply
          .header('cache-control', 'no-store')
          .header('referrer-policy', 'no-referrer')
          .type('text/html; charset=utf-8');
        return calculatorPage({ locale, fields: asked, problems, answer, hasNoAnswer });
      },
    );
  };
