import { ActionIcon, Popover, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';

type ScreenProps = {
  readonly title: string;
  /** What one does here, in a few sentences; behind the question mark. */
  readonly help: string;
  /** The main action, at the same place on every screen. */
  readonly action?: ReactNode;
  /** One line of filters under the title. */
  readonly filters?: ReactNode;
  /** With something opened from the list, a narrow screen has no room for filters. */
  readonly hasDetail?: boolean;
  readonly children: ReactNode;
};

/** The one layout: title, main action and question mark at the top, filters in one line, content. */
export function Screen({ title, help, action, filters, hasDetail, children }: ScreenProps) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · Inning`);
  return (
    <>
      <header className={styles.header}>
        <Title order={1} fz="xl" className={styles.title}>
          {title}
        </Title>
        <div className={styles.actions}>
          {action}
          <Popover position="bottom-end" width={340} shadow="md" trapFocus returnFocus>
            <Popover.Target>
              <ActionIcon aria-label={t('common.help')} size="lg">
                <CircleHelp size={19} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <Text style={{ whiteSpace: 'pre-line' }}>{help}</Text>
            </Popover.Dropdown>
          </Popover>
        </div>
      </header>
      {filters && (
        <div className={styles.filters} data-hide-narrow={hasDetail || undefined}>
          {filters}
        </div>
      )}
      <div className={styles.content}>{children}</div>
    </>
  );
}
