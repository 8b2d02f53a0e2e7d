import { Alert, Button, Select, SimpleGrid } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnQuestion } from '../api/imports.ts';

type ColumnFormProps = {
  readonly question: ColumnQuestion;
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChosen: (columns: Readonly<Record<string, string>>) => void;
};

/** Says which column holds what, for headers that tell nothing. */
export function ColumnForm({ question, chosen, onChosen }: ColumnFormProps) {
  const { t } = useTranslation();
  const [columns, setColumns] = useState<Record<string, string>>(() => ({
    ...Object.fromEntries(
      question.fields.flatMap(({ field, header }) => (header ? [[field, header]] : [])),
    ),
    ...chosen,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChosen(columns);
  };
  const isComplete = question.missing.length === 0;
  const [isOpen, open] = useState(!isComplete);
  if (!isOpen) {
    return (
      <Button variant="subtle" px={0} mb="xs" onClick={() => open(true)}>
        {t('imports.changeColumns')}
      </Button>
    );
  }
  return (
    <Alert
      icon={<Columns3 size={18} />}
      color={isComplete ? 'gray' : 'late'}
      title={t('imports.columns')}
      mb="md"
    >
      <form onSubmit={submit}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mb="sm">
          {question.fields.map(({ field }) => (
            <Select
              key={field}
              label={t(`imports.fields.${field}` as 'imports.field', { defaultValue: field })}
              placeholder={t('imports.notInFile')}
              data={[...question.headers]}
              value={columns[field] ?? null}
              clearable
              onChange={(header) =>
                setColumns(({ [field]: _, ...rest }) =>
                  header ? { ...rest, [field]: header } : rest,
                )
              }
            />
          ))}
        </SimpleGrid>
        <Button type="submit">{t('imports.readAgain')}</Button>
      </form>
    </Alert>
  );
}
