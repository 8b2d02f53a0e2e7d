import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCalculate } from '../api/calculator.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { useLocale } from '../ui/values/format.ts';
import { AnswerOfDebt } from './AnswerOfDebt.tsx';
import styles from './calculator.module.css';
import { DebtForm } from './DebtForm.tsx';

/** What may be asked for one debt, how it is made up and where it is written. */
export function CalculatorScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const calculate = useCalculate();
  return (
    <Screen title={t('calculator.title')} help={t('calculator.help')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <div className={styles.form}>
          <DebtForm isBusy={calculate.isPending} onAsk={calculate.mutate} />
          <Text fz="sm" mt="md" className="quiet">
            {t('calculator.forDebtors')}{' '}
            <Anchor fz="sm" href={`/p/calculator?language=${locale}`} target="_blank">
              {t('calculator.publicPage')}
            </Anchor>
          </Text>
        </div>
        <div aria-live="polite">
          {calculate.data && <AnswerOfDebt answer={calculate.data} />}
          {!calculate.data && <Text className="quiet">{t('calculator.nothingYet')}</Text>}
        </div>
      </SimpleGrid>
    </Screen>
  );
}
