import type { CalendarDate, CostState } from '@inning/sdk';
import { CostsNotAnnouncedError, CostStateUnchangedError } from '../invoices.errors.ts';

export type CostStateFields = {
  readonly costState: CostState;
  readonly announcedOn: CalendarDate | null;
  readonly claimableOn: CalendarDate | null;
};
export type CostStateChange = { readonly fields: CostStateFields; readonly status: string };

/**
 * The fields after a change of the state of collection costs: none, announced, claimable, and back.
 * Throws `CostsNotAnnouncedError` for claimable without announced, `CostStateUnchangedError` for none.
 */
export function changeCostState(
  invoice: {
    readonly number: string;
    readonly costState: CostState;
    readonly announcedOn?: CalendarDate | null | undefined;
  },
  to: CostState,
  today: CalendarDate,
): CostStateChange {
  if (invoice.costState === to) throw new CostStateUnchangedError(invoice.number, to);
  switch (to) {
    case 'none':
      return {
        fields: { costState: 'none', announcedOn: null, claimableOn: null },
        status: 'costs-reset',
      };
    case 'announced': {
      const isReset = invoice.costState === 'claimable';
      const announcedOn = isReset ? (invoice.announcedOn ?? today) : today;
      return {
        fields: { costState: 'announced', announcedOn, claimableOn: null },
        status: isReset ? 'costs-reset-to-announced' : 'costs-announced',
      };
    }
    case 'claimable':
      if (invoice.costState !== 'announced') throw new CostsNotAnnouncedError(invoice.number);
      return {
        fields: {
          costState: 'claimable',
          announcedOn: invoice.announcedOn ?? today,
          claimableOn: today,
        },
        status: 'costs-claimable',
      };
  }
}
