import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAdministrationNames } from './values/administration-names.ts';

type AdministrationSelectProps = {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Offers "all administrations" as the first choice, as null. */
  readonly withAll?: boolean;
  readonly label?: string;
};

const ALL = 'all';

/** Choosing one set of books, by creditor. */
export function AdministrationSelect(props: AdministrationSelectProps) {
  const { t } = useTranslation();
  const { groups } = useAdministrationNames();
  const data = groups.map(({ creditor, administrations }) => ({
    group: creditor,
    items: administrations.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <Select
      aria-label={t('common.administration')}
      label={props.label}
      placeholder={t('common.chooseAdministration')}
      data={props.withAll ? [{ value: ALL, label: t('common.allAdministrations') }, ...data] : data}
      value={props.value ?? (props.withAll ? ALL : null)}
      onChange={(value) => props.onChange(value === ALL ? null : value)}
      searchable={groups.length > 4}
      w={{ base: '100%', xs: 250 }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
