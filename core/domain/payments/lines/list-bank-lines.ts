import type { CalendarDate } from '@inning/sdk';
import type { Filter, Id, Scope, Store } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { findPage, type Page, type PageRequest } from '../../routing/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';

export type BankLineQuery = {
  readonly administrationId?: Id | undefined;
  readonly account?: string | undefined;
  /** `work` is what waits for a person: proposals and received money that fits nothing. */
  readonly state?: BankLineRow['state'] | 'work' | undefined;
  readonly decidedBy?: 'system' | 'person' | undefined;
  readonly search?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  readonly page?: PageRequest | undefined;
};

/** Lines newest first; the work list oldest first, since that is how it is worked through. */
export const listBankLines =
  (store: Store) =>
  async (scope: Scope, query: BankLineQuery = {}): Promise<Page<BankLineRow>> => {
    const ids = await administrationIdsIn(store, scope, query.administrationId);
    const filter = { administrationId: { $in: ids }, $and: conditionsOf(query) };
    return findPage(store.table(bankLines).in(scope), filter as Filter<BankLineRow>, {
      order: { bookedOn: query.state === 'work' ? 1 : -1 },
      page: query.page ?? {},
    });
  };

function conditionsOf(query: BankLineQuery): object[] {
  const { account, from, until, decidedBy } = query;
  return [
    stateFilter(query.state),
    account ? { account } : {},
    from ? { bookedOn: { $gte: from } } : {},
    until ? { bookedOn: { $lte: until } } : {},
    decidedBy === 'system' ? { decidedBy } : {},
    decidedBy === 'person' ? { decidedBy: { $nin: [null, 'system'] } } : {},
    searchFilter(query.search),
  ];
}

const stateFilter = (state: BankLineQuery['state']): object =>
  state === undefined
    ? {}
    : state === 'work'
      ? { state: { $in: ['plausible', 'unmatched'] } }
      : { state };

/** Words of the description, the other side, or an amount such as `121,00`. */
function searchFilter(search: string | undefined): object {
  const asked = search?.trim() ?? '';
  if (asked === '') return {};
  const text = { $regex: asked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' };
  const fields = ['description', 'counterpartyName', 'counterpartyAccount', 'structuredReference'];
  const amount = /^-?\d+[.,]\d{2}$/.test(asked) ? Number(asked.replace(/[.,]/, '')) : null;
  return {
    $or: [
      ...fields.map((field) => ({ [field]: text })),
      ...(amount === null ? [] : [{ amountCents: amount }]),
    ],
  };
}
