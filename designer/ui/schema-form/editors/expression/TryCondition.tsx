import { Text } from '@mantine/core';
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTriedCondition } from '../../../../api/trying.ts';
import { DebtorSelect } from '../../../DebtorSelect.tsx';
import { sayError } from '../../../states/say-error.ts';
import { useFormat } from '../../../values/format.ts';
import { sayClaimValue } from '../../../values/say-claim-value.ts';

const PAUSE_MS = 400;

/** What a condition says of a debtor whom one chooses, and why. Empty: it is not right yet. */
export function TryCondition({ condition }: { readonly condition: string }) {
  const { t } = useTranslation();
  // The next condition is usually tried with the same debtor.
  const [debtorId, choose] = useSessionStorage<string | null>({
    key: 'condition-tried-with',
    defaultValue: null,
  });
  return (
    <>
      <DebtorSelect
        label={t('tryCondition.with')}
        value={debtorId}
        onChange={(debtor) => choose(debtor?.id ?? null)}
      />
      <Text fz="sm" mt={4} role="status">
        <Answer debtorId={debtorId} condition={condition} />
      </Text>
    </>
  );
}

type AnswerProps = { readonly debtorId: string | null; readonly condition: string };

function Answer({ debtorId, condition }: AnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked] = useDebouncedValue(condition, PAUSE_MS);
  const { data, error } = useTriedCondition(debtorId, asked);
  if (debtorId === null || condition === '') return t('tryCondition.hint');
  if (error) return sayError(error, t);
  // An older answer is not shown for what is being typed.
  if (!data || asked !== condition) return '';
  const because = Object.entries(data.values)
    .map(([field, value]) => sayClaimValue(field, value, format))
    .join(', ');
  const words = { name: data.debtorName, because };
  const says = data.holds ? 'holds' : 'fails';
  return t(because === '' ? `tryCondition.${says}Plainly` : `tryCondition.${says}`, words);
}
