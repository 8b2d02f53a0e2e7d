import { Anchor, Drawer, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { documentUrl, type Invoice, useInvoice } from '../api/invoices.ts';
import { Facts } from '../ui/values/Facts.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { By } from '../ui/values/By.tsx';
import { Day, Instant } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { CostStateForm } from './CostStateForm.tsx';
import { InvoiceState } from './InvoiceState.tsx';

type InvoiceDrawerProps = { readonly invoiceId: string | null; readonly onClose: () => void };

/** One invoice at the side: what is open of it and why, its documents, and all that changed. */
export function InvoiceDrawer({ invoiceId, onClose }: InvoiceDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={invoiceId !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('common.invoice')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {invoiceId && <InvoiceDetail invoiceId={invoiceId} />}
    </Drawer>
  );
}

function InvoiceDetail({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const invoice = useInvoice(invoiceId);
  return (
    <Loaded query={invoice}>
      {(one) => (
        <Stack gap="lg">
          <Group justify="space-between">
            <Title order={2} fz="lg">
              {one.number}
            </Title>
            <InvoiceState invoice={one} />
          </Group>
          <Facts
            rows={[
              [t('invoices.invoicedOn'), <Day key="i" on={one.invoicedOn} />],
              [t('invoices.dueOn'), <Day key="d" on={one.dueOn} relative />],
              [t('invoices.total'), <Money key="t" cents={one.totalCents} />],
              [t('invoices.description'), one.description],
              [t('invoices.reference'), one.paymentReference],
            ]}
          />
          <OpenParts invoice={one} />
          <CostStateForm invoice={one} />
          <Documents invoice={one} />
          <History invoice={one} />
        </Stack>
      )}
    </Loaded>
  );
}

function OpenParts({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  return (
    <div>
      <Title order={3} fz="md">
        {t('invoices.openParts')}
      </Title>
      <Facts
        isNumeric
        rows={[
          [t('invoices.principal'), <Money key="p" cents={invoice.principalOpenCents} quietZero />],
          [t('invoices.costsOpen'), <Money key="c" cents={invoice.costsOpenCents} quietZero />],
          [t('invoices.interest'), <Money key="i" cents={invoice.interestOpenCents} quietZero />],
          [t('common.total'), <Money key="o" cents={invoice.openCents} />],
        ]}
      />
    </div>
  );
}

function Documents({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  if (invoice.documents.length === 0) return null;
  return (
    <div>
      <Title order={3} fz="md">
        {t('invoices.documents')}
      </Title>
      {invoice.documents.map(({ id, name }) => (
        <Group key={id} gap={6}>
          <Paperclip size={14} aria-hidden />
          <Anchor href={documentUrl(invoice.id, id)} target="_blank" rel="noopener">
            {name}
          </Anchor>
        </Group>
      ))}
    </div>
  );
}

function History({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  if (invoice.history.length === 0) return null;
  return (
    <div>
      <Title order={3} fz="md" mb="xs">
        {t('invoices.history')}
      </Title>
      <Timeline bulletSize={10} lineWidth={1}>
        {invoice.history.map(({ at, status, by, reason }) => (
          <Timeline.Item key={`${at}:${status}`} title={reason ?? status}>
            <Text className="quiet" fz="sm">
              <Instant at={at} />
              <By who={by} />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </div>
  );
}
