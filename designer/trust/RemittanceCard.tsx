import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import {
  type Remittance,
  type RemittedPayment,
  useApprove,
  useTakeFile,
  useWithdraw,
} from '../api/trust.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { ReasonButton } from '../ui/ReasonButton.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import { StateBadge, type Tone } from '../ui/values/StateBadge.tsx';
import { CancelPayment } from './CancelPayment.tsx';
import { saveFile } from './save-file.ts';

const TONES: Record<Remittance['state'] | RemittedPayment['state'], Tone> = {
  proposed: 'late',
  approved: 'late',
  done: 'good',
  withdrawn: 'quiet',
  open: 'late',
  paid: 'good',
  returned: 'broken',
  cancelled: 'quiet',
};

/** One remittance: to whom, for which invoices, who made and approved it, and what can be done. */
export function RemittanceCard({ remittance }: { remittance: Remittance }) {
  const { t } = useTranslation();
  const { number, state, totalCents, proposed, approved, payments } = remittance;
  return (
    <article aria-label={t('trust.remittance', { number })} style={{ paddingBlock: 12 }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {t('trust.remittance', { number })} · <Money cents={totalCents} />
        </Text>
        <StateBadge tone={TONES[state]}>{t(`trust.states.${state}`)}</StateBadge>
      </Group>
      <Text className="quiet" fz="sm">
        {t('trust.madeBy')} {proposed.name}
        {approved.name && ` · ${t('trust.approvedBy')} ${approved.name}`}
      </Text>
      {payments.map((payment) => (
        <Payment key={payment.endToEndId} payment={payment} remittance={remittance} />
      ))}
      <Actions remittance={remittance} />
    </article>
  );
}

type PaymentProps = { readonly payment: RemittedPayment; readonly remittance: Remittance };

function Payment({ payment, remittance }: PaymentProps) {
  const { t } = useTranslation();
  return (
    <details style={{ paddingBlock: 4 }}>
      <summary>
        {payment.creditorName} · {payment.iban} · <Money cents={payment.amountCents} /> ·{' '}
        {t(`trust.states.${payment.state}`)}
      </summary>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table>
          <caption className="sr-only">{t('trust.specification')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('trust.invoice')}</Table.Th>
              <Table.Th scope="col" className="number">
                {t('trust.received')}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {t('trust.fee')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {payment.parts.map((part, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  {part.invoiceNumber} · {part.debtorName}
                </Table.Td>
                <Table.Td className="number">
                  <Money cents={part.grossCents} />
                </Table.Td>
                <Table.Td className="number">
                  <Money cents={part.feeCents} quietZero />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <CancelPayment payment={payment} remittance={remittance} />
    </details>
  );
}

function Actions({ remittance }: { remittance: Remittance }) {
  const { state, filesTaken } = remittance;
  const isLive = state === 'proposed' || state === 'approved';
  return (
    <Group gap="xs" pt="xs">
      {state === 'proposed' && <Approve remittance={remittance} />}
      {state === 'approved' && <BankFile remittance={remittance} />}
      {isLive && filesTaken.length === 0 && <Withdraw id={remittance.id} />}
    </Group>
  );
}

/** Somebody else than who made it; the server refuses it in any case. */
function Approve({ remittance: { id, proposed } }: { remittance: Remittance }) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id;
  const approve = useApprove(t('trust.isApproved'));
  if (proposed.userId === me) return <Text className="quiet">{t('trust.own')}</Text>;
  return (
    <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate(id)}>
      {t('trust.approve')}
    </Button>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation();
  const withdraw = useWithdraw(t('trust.withdrawn'));
  return (
    <ReasonButton
      action={t('trust.withdraw')}
      title={t('trust.withdrawTitle')}
      says={t('trust.withdrawSays')}
      isBusy={withdraw.isPending}
      onReason={(reason, whenDone) => withdraw.mutate({ id, reason }, whenDone)}
    />
  );
}

/** Twice means that the bank may pay twice: that is asked, with who took it when. */
function BankFile({ remittance: { id, number, filesTaken } }: { remittance: Remittance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, ask] = useState(false);
  const take = useTakeFile();
  const last = filesTaken.at(-1);
  const save = (again: boolean) =>
    take.mutate(
      { id, again },
      {
        onSuccess: (text) => {
          ask(false);
          saveFile(text, { name: `afdracht-${number}.xml`, type: 'application/xml' });
        },
      },
    );
  return (
    <>
      <Button
        size="xs"
        variant={last ? 'default' : 'filled'}
        loading={take.isPending}
        onClick={() => (last ? ask(true) : save(false))}
      >
        {t(last ? 'trust.fileAgain' : 'trust.file')}
      </Button>
      {isAsking && last && (
        <FormDialog
          title={t('trust.againTitle')}
          action={t('trust.fileAgain')}
          isBusy={take.isPending}
          onClose={() => ask(false)}
          onSubmit={() => save(true)}
        >
          <Text>{t('trust.againSays', { name: last.name, at: format.instant(last.at) })}</Text>
        </FormDialog>
      )}
    </>
  );
}
