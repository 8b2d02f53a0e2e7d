import { Alert, Button, Select, SimpleGrid } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnQuestion } from '../api/imports.ts';

type ColumnFormProps = {
  readonly question: ColumnQuestion;
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChosen: (columns: Readonly<Record<string, string>>) => void;
  /** What a field is called; those of invoices when it is left out. */
  readonly nameOf?: (field: string) => string;
  /** Only this many fields that are in no column are asked at once. */
  readonly most?: number;
  /** True when every choice is read at once, so that there is no button. */
  readonly isLive?: boolean;
  /** What else must be told of the file. */
  readonly children?: ReactNode;
};

const EVERY_FIELD = 100;

/** Says which column holds what, for headers that tell nothing. An empty choice is "in no column". */
export function ColumnForm({ question, chosen, onChosen, ...props }: ColumnFormProps) {
  const { t } = useTranslation();
  const { isLive = false, most = EVERY_FIELD } = props;
  const nameOf =
    props.nameOf ??
    ((field) => t(`imports.fields.${field}` as 'imports.field', { defaultValue: field }));
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
  const choose = (field: string, header: string | null) => {
    const next = { ...columns, [field]: header ?? '' };
    setColumns(next);
    if (isLive) onChosen(next);
  };
  const isComplete = question.missing.length === 0;
  const [isOpen, open] = useState(isLive || !isComplete);
  const [hasAll, showAll] = useState(false);
  const isShown = (field: string, at: number) => hasAll || at < most || Boolean(columns[field]);
  const fields = question.fields.filter(({ field }, at) => isShown(field, at));
  if (!isOpen) return <Quiet text={t('imports.changeColumns')} onClick={() => open(true)} />;
  return (
    <Alert
      icon={<Columns3 size={18} />}
      color={isComplete ? 'gray' : 'late'}
      title={t('imports.columns')}
      mb="md"
    >
      <form onSubmit={submit}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mb="sm">
          {fields.map(({ field }) => (
            <Select
              key={field}
              label={nameOf(field)}
              placeholder={t('imports.notInFile')}
              data={[...question.headers]}
              value={columns[field] || null}
              clearable
              onChange={(header) => choose(field, header)}
            />
          ))}
        </SimpleGrid>
        {fields.length < question.fields.length && (
          <Quiet text={t('imports.moreFields')} onClick={() => showAll(true)} />
        )}
        {props.children}
        {!isLive && <Button type="submit">{t('imports.readAgain')}</Button>}
      </form>
    </Alert>
  );
}

function Quiet({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" px={0} mb="xs" onClick={onClick}>
      {text}
    </Button>
  );
}
