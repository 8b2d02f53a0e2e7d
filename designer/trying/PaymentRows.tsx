import { ActionIcon, Button, Group, NumberInput, Stack } from '@mantine/core';
import { cents } from '@inning/sdk';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TriedPayment } from '../api/trying.ts';
import { useLocale } from '../ui/values/format.ts';

type PaymentRowsProps = {
  readonly payments: readonly TriedPayment[];
  /** What a new row proposes to pay. */
  readonly openCents: number;
  readonly lastDay: number;
  readonly onChange: (payments: readonly TriedPayment[]) => void;
};

const A_LATE_DAY = 20;

/** What comes in, and on which day counted from today. */
export function PaymentRows({ payments, openCents, lastDay, onChange }: PaymentRowsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const change = (index: number, with_: Partial<TriedPayment>) =>
    onChange(payments.map((one, at) => (at === index ? { ...one, ...with_ } : one)));
  return (
    <Stack gap="xs" align="flex-start">
      {payments.map((payment, index) => (
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            label={t('trying.onDay')}
            w={92}
            min={0}
            max={lastDay}
            allowDecimal={false}
            value={payment.day}
            onChange={(day) => typeof day === 'number' && change(index, { day })}
          />
          <NumberInput
            label={t('trying.amount')}
            w={128}
            min={0.01}
            decimalScale={2}
            fixedDecimalScale
            decimalSeparator={locale === 'en' ? '.' : ','}
            value={payment.amountCents / 100}
            onChange={(amount) =>
              typeof amount === 'number' &&
              amount > 0 &&
              change(index, { amountCents: cents(Math.round(amount * 100)) })
            }
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('trying.removePayment')}
            title={t('trying.removePayment')}
            onClick={() => onChange(payments.filter((_, at) => at !== index))}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange([
            ...payments,
            { day: Math.min(A_LATE_DAY, lastDay), amountCents: cents(Math.max(1, openCents)) },
          ])
        }
      >
        {t('trying.addPayment')}
      </Button>
    </Stack>
  );
}
