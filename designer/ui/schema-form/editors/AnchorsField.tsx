import { Button, Fieldset, Stack, Text } from '@mantine/core';
import { sayAnchors } from '@inning/sdk';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { AnchorRow } from './AnchorRow.tsx';
import styles from './editors.module.css';
import { useFormWorld } from './form-world.ts';

const FRESH = { from: 'due-date', days: 14 };
const MOST = 8;

/** The days a wait looks at, one in each row, and the whole of it as a sentence. */
export function AnchorsField(props: FieldProps) {
  const { label, value, path, problems, siblings, isReadOnly, schema, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { steps } = useFormWorld();
  const room = useRef<HTMLDivElement>(null);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const stepName = (id: string) => steps.find((one) => one.id === id)?.name ?? id;
  const sentence = sayAnchors(siblings['pick'], rows, { locale, stepName });

  /** The keyboard goes on in the row that came, or in the one that took the place of what went. */
  const changeRows = (next: readonly unknown[], focused: number) => {
    onChange(next);
    requestAnimationFrame(() => {
      const inputs = room.current?.querySelectorAll<HTMLElement>('[data-row] input');
      const row = room.current?.querySelector<HTMLElement>(`[data-row="${focused}"] input`);
      (row ?? inputs?.[0] ?? room.current?.querySelector('button'))?.focus();
    });
  };
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap="xs" ref={room}>
        {rows.map((row, index) => (
          // Rows have no identity of their own: their place is who they are.
          // oxlint-disable-next-line no-array-index-key
          <div key={index} data-row={index}>
            <AnchorRow
              value={row}
              number={index + 1}
              path={`${path}.${index}`}
              problems={problems}
              isReadOnly={isReadOnly}
              onChange={(next) => onChange(rows.with(index, next))}
              onRemove={() => changeRows(rows.toSpliced(index, 1), Math.max(0, index - 1))}
            />
          </div>
        ))}
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<Plus size={14} />}
          disabled={isReadOnly || rows.length >= (schema.maxItems ?? MOST)}
          onClick={() => changeRows([...rows, FRESH], rows.length)}
        >
          {t('editors.addDay')}
        </Button>
        {problems[path] && (
          <Text fz="xs" c="red.8" role="alert">
            {problems[path]}
          </Text>
        )}
        <p className={styles.sentence} aria-live="polite">
          {sentence === '' ? t('editors.noDay') : t('editors.waitsUntil', { sentence })}
        </p>
      </Stack>
    </Fieldset>
  );
}
