import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of what comes, so that nothing jumps when it is there. */
export function RowSkeletons({ rows = 8, height = 34 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap={8} py="xs" aria-busy="true">
      <span className="sr-only" role="status">
        {t('common.loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton
          key={index}
          height={height}
          radius="sm"
          width={index % 3 === 2 ? '86%' : '100%'}
        />
      ))}
    </Stack>
  );
}
