import { Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrustLine, useExplain, useTrustLines } from '../api/trust.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';

const REASONS = ['refund', 'agency', 'taken-back'] as const;
type Reason = (typeof REASONS)[number];
type ExplainLineProps = {
  readonly line: TrustLine;
  readonly accountId: string;
  readonly onClose: () => void;
};

/** Says what money was that left the account: back to a payer, to the agency, or taken back by the bank. */
export function ExplainLine({ line, accountId, onClose }: ExplainLineProps) {
  const { t } = useTranslation();
  const [as, choose] = useState<Reason>('refund');
  const [receiptId, pick] = useState<string | null>(null);
  const explain = useExplain(t('trust.explained'));
  const asksReceipt = as !== 'agency';
  const trustLineId = asksReceipt ? receiptId : null;
  return (
    <FormDialog
      title={t('trust.explainTitle')}
      action={t('trust.explain')}
      isBusy={explain.isPending}
      isReady={!asksReceipt || receiptId !== null}
      onClose={onClose}
      onSubmit={() => explain.mutate({ id: line.id, as, trustLineId }, { onSuccess: onClose })}
    >
      <Text>
        <Money cents={line.amountCents} /> · {line.counterpartyName} {line.description}
      </Text>
      <Radio.Group
        label={t('trust.explainAsk')}
        value={as}
        onChange={(value) => {
          choose(value as Reason);
          pick(null);
        }}
      >
        <Stack gap="xs" pt="xs">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason} label={t(`trust.reasons.${reason}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {asksReceipt && (
        <ReceiptSelect {...{ line, accountId, as }} value={receiptId} onChange={pick} />
      )}
    </FormDialog>
  );
}

type ReceiptSelectProps = Omit<ExplainLineProps, 'onClose'> & {
  readonly as: Reason;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
};

/** Receipts of which so much is left, or, taken back by the bank, of just that amount. */
function ReceiptSelect({ line, accountId, as, value, onChange }: ReceiptSelectProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const waiting = useTrustLines(accountId, 'waiting').data ?? [];
  const settled = useTrustLines(accountId, 'settled').data ?? [];
  const fits = (one: TrustLine) =>
    as === 'refund' ? one.openCents >= -line.amountCents : one.amountCents === -line.amountCents;
  const data = [...waiting, ...settled]
    .filter((one) => one.amountCents > 0 && fits(one))
    .map((one) => ({
      value: one.id,
      label: `${format.day(one.bookedOn)} · ${format.money(one.amountCents)} · ${one.counterpartyName ?? one.description}`,
    }));
  return (
    <Select
      label={t('trust.receipt')}
      required
      data={data}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t('trust.noReceipt')}
    />
  );
}
