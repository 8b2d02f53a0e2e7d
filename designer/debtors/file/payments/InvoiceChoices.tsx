import { type Checkbox, type Radio, Stack } from '@mantine/core';
import type { InvoiceRow } from '../../../api/invoices.ts';
import { Day } from '../../../ui/values/Day.tsx';
import { Money } from '../../../ui/values/Money.tsx';

type InvoiceChoicesProps = {
  readonly invoices: readonly InvoiceRow[];
  /** A radio where one is chosen, a checkbox where several are; stands in a group of its kind. */
  readonly choice: typeof Radio | typeof Checkbox;
};

/** Invoices to choose from, each with the day it was due and what is open. */
export function InvoiceChoices({ invoices, choice: Choice }: InvoiceChoicesProps) {
  return (
    <Stack gap="xs" mt="xs" mah={300} style={{ overflowY: 'auto' }}>
      {invoices.map((one) => (
        <Choice
          key={one.id}
          value={one.id}
          label={
            <>
              {one.number} <span className="quiet">·</span> <Day on={one.dueOn} />{' '}
              <span className="quiet">·</span> <Money cents={one.openCents} />
            </>
          }
        />
      ))}
    </Stack>
  );
}
