import { type Static, Type } from '@inning/sdk';
import {
  DaySchema,
  IdSchema,
  idText,
  instantText,
  InstantSchema,
  OptionalDay,
  OptionalIdSchema,
  optionalIdText,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import { CONNECTION_STATES } from './bank-connection.model.ts';
import type { ConnectionWithAccounts } from './bank-feeds.service.ts';

export const BankSchema = Type.Object({
  id: Type.String(),
  pluginId: Type.String(),
  title: Type.String(),
  asks: Type.Enum(['consent', 'key'] as const),
  consentDays: Type.Union([Type.Integer(), Type.Null()]),
  credentials: Type.Array(Type.String(), {
    description: 'Credentials of the plugin without which the bank cannot be asked',
  }),
  isSetUp: Type.Boolean({ description: 'Whether no setting of the plugin is missing for it' }),
});
const FoundSchema = Type.Object({
  id: Type.String(),
  account: Type.String(),
  currency: Type.String(),
  holder: OptionalText,
});
const FeedAccountSchema = Type.Object({
  id: IdSchema,
  accountId: Type.String(),
  account: Type.String(),
  holder: OptionalText,
  trustAccountId: OptionalIdSchema,
  isOn: Type.Boolean(),
  firstDay: DaySchema,
  readUntil: OptionalDay,
  isUpToDate: Type.Boolean({ description: 'Everything until today was read once' }),
  freshAt: Type.Union([...OptionalInstant.anyOf], {
    description: 'When it was last read up to the day itself; flows wait for the stalest account',
  }),
  lastReadAt: OptionalInstant,
  nextReadAt: InstantSchema,
  lineCount: Type.Integer(),
  failureCount: Type.Integer(),
  problem: OptionalText,
  problemSince: OptionalInstant,
});
export const ConnectionSchema = Type.Object({
  id: IdSchema,
  administrationId: IdSchema,
  bank: Type.String(),
  title: Type.String(),
  state: Type.Enum(CONNECTION_STATES),
  consentUntil: OptionalDay,
  startedAt: InstantSchema,
  startedBy: Type.String(),
  found: Type.Array(FoundSchema),
  accounts: Type.Array(FeedAccountSchema),
});

export const viewOf = ({
  connection,
  accounts,
}: ConnectionWithAccounts): Static<typeof ConnectionSchema> => ({
  id: idText(connection._id),
  administrationId: idText(connection.administrationId),
  bank: connection.bank,
  title: connection.title,
  state: connection.state,
  consentUntil: connection.consentUntil ?? null,
  startedAt: instantText(connection.startedAt),
  startedBy: connection.startedBy,
  found: connection.found.map(({ id, account, currency, holder }) => ({
    id,
    account,
    currency,
    holder: holder ?? null,
  })),
  accounts: accounts.map((row) => ({
    id: idText(row._id),
    accountId: row.accountId,
    account: row.account,
    holder: row.holder ?? null,
    trustAccountId: optionalIdText(row.trustAccountId),
    isOn: row.isOn,
    firstDay: row.firstDay,
    readUntil: row.readUntil ?? null,
    isUpToDate: row.freshAt !== null && row.freshAt !== undefined,
    freshAt: optionalInstantText(row.freshAt),
    lastReadAt: optionalInstantText(row.lastReadAt),
    nextReadAt: instantText(row.nextReadAt),
    lineCount: row.lineCount,
    failureCount: row.failureCount,
    problem: row.problem ?? null,
    problemSince: optionalInstantText(row.problemSince),
  })),
});
