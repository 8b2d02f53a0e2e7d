import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  type Communication,
  useCommunications,
  useResolveCommunication,
} from '../api/communications.ts';
import { useMayWrite } from '../api/rights.ts';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Instant } from '../ui/values/Day.tsx';

/** Mail of which nobody can tell whether it left: a person looks and decides. It is never sent twice blindly. */
export function AmbiguousMails() {
  const { t } = useTranslation();
  const mails = useCommunications({ state: 'ambiguous' });
  const columns: Column<Communication>[] = [
    {
      id: 'subject',
      title: t('mailbox.subject'),
      cell: (one) => (
        <>
          <Link
            to="/debtors/$debtorId"
            params={{ debtorId: one.debtorId }}
            search={{ tab: 'correspondence' }}
            data-row-link
          >
            {one.subject}
          </Link>
          <Text className="quiet" fz="sm">
            {one.to} · <Instant at={one.reservedAt} />
          </Text>
        </>
      ),
    },
    { id: 'act', title: '', cell: (one) => <ResolveButtons mail={one} /> },
  ];
  return (
    <Section title={t('overview.ambiguousTitle')}>
      <Text className="quiet" mb="xs">
        {t('overview.ambiguousSays')}
      </Text>
      <Loaded query={mails}>
        {(rows) => (
          <RowTable
            caption={t('overview.ambiguousTitle')}
            rows={rows}
            columns={columns}
            rowKey={(one) => one.id}
          />
        )}
      </Loaded>
    </Section>
  );
}

function ResolveButtons({ mail }: { mail: Communication }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const resolve = useResolveCommunication(t('common.saved'));
  if (!mayWrite) return null;
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        size="xs"
        variant="default"
        onClick={() => resolve.mutate({ id: mail.id, as: 'sent' })}
      >
        {t('overview.didLeave')}
      </Button>
      <Button size="xs" onClick={() => resolve.mutate({ id: mail.id, as: 'send-again' })}>
        {t('overview.sendAgain')}
      </Button>
    </Group>
  );
}
