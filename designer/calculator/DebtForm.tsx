import { DEBTOR_KINDS, type CalendarDate, cents } from '@inning/sdk';
import { Button, Checkbox, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DebtQuestion } from '../api/calculator.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useFormat, useLocale } from '../ui/values/format.ts';

type Fields = {
  readonly euros: string | number;
  readonly dueOn: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly kind: DebtQuestion['debtorKind'];
  readonly isAnnounced: boolean;
  readonly isVatDeductible: boolean;
  readonly paidEuros: string | number;
  readonly paidOn: CalendarDate | null;
};
type FormProps = { readonly isBusy: boolean; readonly onAsk: (question: DebtQuestion) => void };

/** The questions about one debt; the button works once there is an amount and a day. */
export function DebtForm({ isBusy, onAsk }: FormProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [fields, change] = useState<Fields>({ ...NOTHING, until: today });
  const set = (part: Partial<Fields>) => change((now) => ({ ...now, ...part }));
  const question = questionOf(fields);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (question) onAsk(question);
      }}
    >
      <Stack gap="md">
        <Euros
          label={t('calculator.principal')}
          value={fields.euros}
          onChange={(euros) => set({ euros })}
        />
        <Group grow align="flex-start">
          <DayInput
            label={t('calculator.dueOn')}
            value={fields.dueOn}
            onChange={(dueOn) => set({ dueOn })}
          />
          <DayInput
            label={t('calculator.until')}
            value={fields.until}
            onChange={(until) => set({ until })}
          />
        </Group>
        <Circumstances fields={fields} set={set} />
        <Group grow align="flex-start">
          <Euros
            label={t('calculator.paid')}
            value={fields.paidEuros}
            onChange={(paidEuros) => set({ paidEuros })}
          />
          <DayInput
            label={t('calculator.paidOn')}
            value={fields.paidOn}
            onChange={(paidOn) => set({ paidOn })}
          />
        </Group>
        <Button
          type="submit"
          loading={isBusy}
          disabled={question === null}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('calculator.calculate')}
        </Button>
      </Stack>
    </form>
  );
}

type PartProps = { readonly fields: Fields; readonly set: (part: Partial<Fields>) => void };

/** Who has to pay, and what is true of the letter and of VAT. */
function Circumstances({ fields, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('calculator.kind')}
        data={DEBTOR_KINDS.map((value) => ({ value, label: t(`debtors.kinds.${value}`) }))}
        value={fields.kind}
        allowDeselect={false}
        onChange={(value) => set({ kind: DEBTOR_KINDS.find((one) => one === value) ?? 'consumer' })}
      />
      <Checkbox
        label={t('calculator.isAnnounced')}
        checked={fields.isAnnounced}
        onChange={({ currentTarget }) => set({ isAnnounced: currentTarget.checked })}
      />
      <Checkbox
        label={t('calculator.isVatDeductible')}
        checked={fields.isVatDeductible}
        onChange={({ currentTarget }) => set({ isVatDeductible: currentTarget.checked })}
      />
    </>
  );
}

type EurosProps = {
  readonly label: string;
  readonly value: string | number;
  readonly onChange: (value: string | number) => void;
};
function Euros({ label, value, onChange }: EurosProps) {
  const isEnglish = useLocale() === 'en';
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={onChange}
      min={0}
      max={1_000_000_000}
      decimalScale={2}
      decimalSeparator={isEnglish ? '.' : ','}
      thousandSeparator={isEnglish ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      prefix="€ "
      hideControls
    />
  );
}

const NOTHING: Fields = {
  euros: '',
  dueOn: null,
  until: null,
  kind: 'consumer',
  isAnnounced: true,
  isVatDeductible: true,
  paidEuros: '',
  paidOn: null,
};

function questionOf(fields: Fields): DebtQuestion | null {
  const { euros, dueOn, until, kind, isAnnounced, isVatDeductible, paidEuros, paidOn } = fields;
  if (typeof euros !== 'number' || euros <= 0 || !dueOn || !until || until < dueOn) return null;
  const isPaid = typeof paidEuros === 'number' && paidEuros > 0 && paidOn !== null;
  const whole = (amount: number) => cents(Math.round(amount * 100));
  return {
    debtorKind: kind,
    principalCents: whole(euros),
    dueOn,
    until,
    isAnnounced,
    isVatDeductible,
    payments: isPaid ? [{ on: paidOn, amountCents: whole(paidEuros) }] : [],
  };
}
