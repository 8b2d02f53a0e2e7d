import { createHash } from 'node:crypto';
import type { ReadStatement } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { bankStatements, type BankStatementRow } from './bank-statement.model.ts';
import type { Cover } from './cover-of.ts';

export type Delivery = {
  readonly statement: ReadStatement;
  readonly cover: Cover;
  readonly place: AdministrationKey;
  readonly fileName: string | null;
  readonly at: Date;
};

const MOST_WARNINGS = 20;

/** Keeps what a statement says of itself, in the caller's transaction; the same one again is that one. */
export async function keepStatement(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  { statement, cover, place, fileName, at }: Delivery,
): Promise<BankStatementRow> {
  const { account } = statement;
  const said = saidBy(statement, cover);
  const key = keyOf(said);
  return store
    .table(bankStatements)
    .in(scope)
    .upsert(
      { administrationId: place.administrationId, account, key },
      {
        $set: { lastReceivedAt: at },
        $setOnInsert: {
          agencyId: place.agencyId,
          creditorId: place.creditorId,
          ...said,
          fileName,
          newCount: 0,
          receivedAt: at,
        },
      } as never,
      { session },
    );
}

export const countNewLines = (
  store: Store,
  at: { readonly scope: Scope; readonly session: ClientSession },
  counted: { readonly id: Id; readonly newCount: number },
): Promise<boolean> =>
  store
    .table(bankStatements)
    .in(at.scope)
    .updateOne({ _id: counted.id }, { $inc: { newCount: counted.newCount } } as never, {
      session: at.session,
    });

const saidBy = (statement: ReadStatement, { totalCents }: Cover) => ({
  currency: statement.currency,
  format: statement.format ?? null,
  number: statement.number,
  sequence: statement.sequence ?? null,
  openingCents: statement.openingCents,
  openingOn: statement.openingOn,
  closingCents: statement.closingCents,
  closingOn: statement.closingOn,
  lineCount: statement.lines.length,
  totalCents,
  warnings: statement.warnings.slice(0, MOST_WARNINGS).map((one) => one.message),
});

function keyOf({ warnings: _warnings, ...marks }: ReturnType<typeof saidBy>): string {
  return createHash('sha256').update(JSON.stringify(marks)).digest('hex').slice(0, 32);
}
