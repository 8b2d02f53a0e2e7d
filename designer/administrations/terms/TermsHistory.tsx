import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgreedTerms } from '../../api/collection-terms.ts';
import { By } from '../../ui/values/By.tsx';
import { Day } from '../../ui/values/Day.tsx';
import { Facts } from '../../ui/values/Facts.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import { useTellTerms } from './tell-terms.ts';
import styles from './terms.module.css';

type TermsHistoryProps = {
  readonly rows: readonly AgreedTerms[];
  readonly currentId: string | null;
};

/** Every agreement with its day, who made it and why; nothing is ever changed or taken away. */
export function TermsHistory({ rows, currentId }: TermsHistoryProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Title order={3} fz="sm" mb={4}>
        {t('terms.history')}
      </Title>
      <ul className={styles.history}>
        {rows.map((row) => (
          <li key={row.id}>
            <Agreement row={row} isCurrent={row.id === currentId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Agreement({ row, isCurrent }: { row: AgreedTerms; isCurrent: boolean }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const tell = useTellTerms();
  return (
    <>
      <Group gap="xs">
        <Text component="span">
          {t('terms.from')} <Day on={row.validFrom} />
        </Text>
        {isCurrent && <StateBadge tone="good">{t('terms.current')}</StateBadge>}
        {row.validFrom > today && <StateBadge tone="quiet">{t('terms.toCome')}</StateBadge>}
      </Group>
      <Text className="quiet" fz="sm">
        {t(row.administrationId ? 'terms.ofAdministration' : 'terms.ofCreditor')}
        <By who={row.by} /> · {row.reason}
      </Text>
      <details className={styles.details}>
        <summary>{t('terms.whatAgreed')}</summary>
        <Facts rows={tell(row)} />
      </details>
    </>
  );
}
