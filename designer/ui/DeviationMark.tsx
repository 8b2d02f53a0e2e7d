import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InstanceRow } from '../api/instances.ts';
import { Day } from './values/Day.tsx';
import { StateBadge } from './values/StateBadge.tsx';

type Deviation = Pick<InstanceRow, 'deviation'>;

/** A step that a person set on another day than the flow meant (FLOW-09). */
export function DeviationMark({ deviation }: Deviation) {
  const { t } = useTranslation();
  return deviation && <StateBadge tone="late">{t('deviation.mark')}</StateBadge>;
}

/** The same with who moved it and from which day. */
export function DeviationLine({ deviation }: Deviation) {
  const { t } = useTranslation();
  if (!deviation) return null;
  const { by, plannedOn } = deviation;
  return (
    <Text fz="sm" component="div">
      <DeviationMark deviation={deviation} />{' '}
      {plannedOn ? (
        <>
          {t('deviation.moved', { by })} <Day on={plannedOn} />
        </>
      ) : (
        t('deviation.movedAny', { by })
      )}
    </Text>
  );
}
