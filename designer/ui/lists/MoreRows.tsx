import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './lists.module.css';

/** Asks for the next page of a list, as long as there is one. */
export function MoreRows({ query }: { query: UseInfiniteQueryResult<unknown> }) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button
        variant="default"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('common.showMore')}
      </Button>
    </div>
  );
}
