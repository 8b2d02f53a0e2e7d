import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type SearchFieldProps = {
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
};

const PAUSE_MS = 250;

/** Searches while one types, after a short pause, so that each letter is not a question. */
export function SearchField({ value, label, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address bar says something else than was typed last, such as after going back.
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={t('common.search')}
      leftSection={<Search size={15} aria-hidden />}
      w={{ base: '100%', xs: 250 }}
      value={typed}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(next.trim()), PAUSE_MS);
      }}
    />
  );
}
