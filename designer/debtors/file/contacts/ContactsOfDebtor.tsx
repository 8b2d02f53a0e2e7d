import { Anchor, Button, Group, Text } from '@mantine/core';
import { ContactRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, type Debtor } from '../../../api/debtors.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { type Column, RowTable } from '../../../ui/lists/RowTable.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { StateBadge } from '../../../ui/values/StateBadge.tsx';
import { RecordsOfDebtor } from './RecordsOfDebtor.tsx';
import { AddContact } from './AddContact.tsx';

/** The people at a debtor, and who of them gets the letters. */
export function ContactsOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isAdding, add] = useState(false);
  const columns = useColumns();
  return (
    <>
      {mayWrite && (
        <Group justify="flex-end" mb="xs">
          <Button variant="default" leftSection={<Plus size={15} />} onClick={() => add(true)}>
            {t('contacts.add')}
          </Button>
        </Group>
      )}
      {debtor.contacts.length === 0 ? (
        <EmptyState icon={ContactRound} title={t('contacts.empty')} />
      ) : (
        <RowTable
          caption={t('file.tabs.contacts')}
          rows={debtor.contacts}
          columns={columns}
          rowKey={(contact) => contact.id}
        />
      )}
      <RecordsOfDebtor debtor={debtor} />
      {isAdding && <AddContact debtor={debtor} onClose={() => add(false)} />}
    </>
  );
}

function useColumns(): Column<Contact>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'name',
      title: t('contacts.name'),
      cell: (contact) => (
        <>
          {contact.name}
          {contact.role && (
            <Text className="quiet" fz="sm">
              {contact.role}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'email',
      title: t('contacts.email'),
      cell: ({ email }) => email && <Anchor href={`mailto:${email}`}>{email}</Anchor>,
    },
    {
      id: 'phone',
      title: t('contacts.phone'),
      cell: ({ phone, mobile }) =>
        [phone, mobile].filter(Boolean).map((number) => (
          <Anchor key={number} href={`tel:${number}`} display="block">
            {number}
          </Anchor>
        )),
    },
    {
      id: 'letters',
      title: '',
      cell: ({ getsLetters }) =>
        getsLetters && <StateBadge tone="good">{t('contacts.getsLetters')}</StateBadge>,
    },
  ];
}
