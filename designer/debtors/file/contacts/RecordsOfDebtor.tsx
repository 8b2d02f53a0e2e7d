import { Anchor, Group, Switch, Text } from '@mantine/core';
import { NotebookPen, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentUrl, type ContactRecord, useContactRecords } from '../../../api/case-file.ts';
import type { Debtor } from '../../../api/debtors.ts';
import { Section } from '../../../ui/layout/Section.tsx';
import { MoreRows } from '../../../ui/lists/MoreRows.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { By } from '../../../ui/values/By.tsx';
import { Instant } from '../../../ui/values/Day.tsx';
import styles from '../file.module.css';

/** What people wrote down about this debtor; what flows did can be shown among it. */
export function RecordsOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const records = useContactRecords(debtor.id);
  const [withAutomatic, show] = useState(false);
  return (
    <Section
      title={t('file.records')}
      aside={
        <Switch
          label={t('file.withAutomatic')}
          checked={withAutomatic}
          onChange={({ currentTarget }) => show(currentTarget.checked)}
        />
      }
    >
      <Loaded query={records}>
        {(rows) => {
          const shown = rows.filter((row) => withAutomatic || !row.isAutomatic);
          if (shown.length === 0) {
            return <EmptyState icon={NotebookPen} title={t('file.recordsEmpty')} />;
          }
          return shown.map((row) => <RecordLine key={row.id} record={row} />);
        }}
      </Loaded>
      <MoreRows query={records} />
    </Section>
  );
}

function RecordLine({ record }: { record: ContactRecord }) {
  const { t } = useTranslation();
  const { id, kind, at, by, text, contactName, attachments } = record;
  return (
    <article className={styles.record}>
      <Text fw={600}>
        {t(`file.recordKinds.${kind}`)}
        {contactName && ` · ${contactName}`}
      </Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
      {attachments.map(({ fileId, name }) => (
        <Group key={fileId} gap={6}>
          <Paperclip size={14} aria-hidden />
          <Anchor href={attachmentUrl(id, fileId)} target="_blank" rel="noopener">
            {name}
          </Anchor>
        </Group>
      ))}
      <Text className="quiet" fz="sm">
        <Instant at={at} />
        <By who={by} />
      </Text>
    </article>
  );
}
