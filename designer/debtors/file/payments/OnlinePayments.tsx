import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../../api/debtors.ts';
import {
  type OnlinePayment,
  type Refund,
  useDecideRefund,
  useOnlinePaymentsOf,
} from '../../../api/payments.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { useSession } from '../../../api/session.ts';
import { MoreRows } from '../../../ui/lists/MoreRows.tsx';
import { Instant } from '../../../ui/values/Day.tsx';
import { Money } from '../../../ui/values/Money.tsx';
import { StateBadge, type Tone } from '../../../ui/values/StateBadge.tsx';
import styles from '../file.module.css';
import { RefundForm } from './RefundForm.tsx';

const STATE_TONES: Record<OnlinePayment['state'], Tone> = {
  starting: 'quiet',
  open: 'late',
  pending: 'late',
  paid: 'good',
  failed: 'broken',
  expired: 'quiet',
  cancelled: 'quiet',
};
const REFUND_TONES: Record<Refund['state'], Tone> = {
  waiting: 'late',
  sending: 'late',
  sent: 'good',
  refused: 'broken',
  unclear: 'broken',
  declined: 'quiet',
};

/** What the debtor paid or tried to pay through a payment provider; nothing when there was none. */
export function OnlinePayments({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const attempts = useOnlinePaymentsOf(debtor.id);
  if (!attempts.data || attempts.data.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {t('paid.online')}
      </Title>
      {attempts.data.map((one) => (
        <Attempt key={one.id} attempt={one} />
      ))}
      <MoreRows query={attempts} />
    </section>
  );
}

function Attempt({ attempt }: { attempt: OnlinePayment }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isRefunding, refund] = useState(false);
  const { kind, amountCents, state, method, startedAt, paidAt, refundableCents, refunds } = attempt;
  return (
    <div className={styles.record}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            <Money cents={amountCents} />
          </Text>
          <Text className="quiet" fz="sm">
            <Instant at={paidAt ?? startedAt} />
            {kind === 'collection' && ` · ${t('mandate.isCollection')}`}
            {method && ` · ${method}`}
          </Text>
        </div>
        <Group gap="xs">
          <StateBadge tone={STATE_TONES[state]}>{t(`paid.states.${state}`)}</StateBadge>
          {mayWrite && refundableCents > 0 && (
            <Button size="xs" variant="default" onClick={() => refund(true)}>
              {t('paid.refund')}
            </Button>
          )}
        </Group>
      </Group>
      {refunds.map((one) => (
        <RefundRow key={one.key} attempt={attempt} refund={one} />
      ))}
      {isRefunding && <RefundForm attempt={attempt} onClose={() => refund(false)} />}
    </div>
  );
}

/** Who asked does not decide; the server refuses it in any case. */
function RefundRow({ attempt, refund }: { attempt: OnlinePayment; refund: Refund }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const me = useSession().data?.user.name;
  const decide = useDecideRefund(t('paid.decided'));
  const { key, state, amountCents, reason, askedBy, askedAt, decidedBy } = refund;
  const decideAs = (isApproved: boolean) => decide.mutate({ id: attempt.id, key, isApproved });
  return (
    <Group justify="space-between" align="flex-start" mt="xs" ml="md">
      <div>
        <Text fz="sm">
          {t('paid.back')} <Money cents={amountCents} /> · {reason}
        </Text>
        <Text className="quiet" fz="sm">
          <Instant at={askedAt} /> · {askedBy}
          {decidedBy && ` · ${t('paid.decidedBy', { name: decidedBy })}`}
        </Text>
      </div>
      <Group gap="xs">
        <StateBadge tone={REFUND_TONES[state]}>{t(`paid.refundStates.${state}`)}</StateBadge>
        {mayWrite && state === 'waiting' && askedBy !== me && (
          <>
            <Button size="xs" loading={decide.isPending} onClick={() => decideAs(true)}>
              {t('paid.approve')}
            </Button>
            <Button size="xs" variant="default" onClick={() => decideAs(false)}>
              {t('paid.decline')}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}
