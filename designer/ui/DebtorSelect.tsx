import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DebtorRow, useDebtors } from '../api/debtors.ts';
import { useFormat } from './values/format.ts';

type DebtorSelectProps = {
  readonly value: string | null;
  readonly label: string;
  /** Only those of these books; all that are seen when left out. */
  readonly administrationId?: string | null;
  readonly onChange: (debtor: DebtorRow | null) => void;
};

/** Choosing one who owes, by name or number. */
export function DebtorSelect(props: DebtorSelectProps) {
  const { value, label, administrationId = null, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const found = useDebtors(
    { search: asked, state: 'open', limit: 20, ...(administrationId ? { administrationId } : {}) },
    true,
  );
  const rows = found.data ?? [];
  return (
    <Select
      label={label}
      placeholder={t('trying.searchDebtor')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={t('trying.noDebtor')}
      data={rows.map(({ id, name, number, openCents }) => ({
        value: id,
        label: `${name} (${number}) · ${format.money(openCents)}`,
      }))}
      value={value}
      onChange={(id) => onChange(rows.find((one) => one.id === id) ?? null)}
    />
  );
}
