import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import { Day } from '../../ui/values/Day.tsx';
import { Facts } from '../../ui/values/Facts.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { Money } from '../../ui/values/Money.tsx';
import styles from './file.module.css';

/** The open claim and its parts. */
export function OpenNow({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { openCents, overdueCents, invoiceCount, oldestDueOn, claim } = debtor;
  return (
    <section aria-label={t('file.open')}>
      <p className={styles.label}>{t('file.open')}</p>
      <div className={styles.big}>{format.money(openCents)}</div>
      <Text className="quiet" fz="sm" mb={6}>
        {t('file.invoiceCount', { count: invoiceCount })}
      </Text>
      {openCents > 0 && (
        <Facts
          isNumeric
          rows={[
            [t('common.overdue'), <Money key="o" cents={overdueCents} quietZero />],
            ...(claim && claim.costsCents + claim.interestCents > 0
              ? ([
                  [t('invoices.principal'), <Money key="p" cents={claim.principalCents} />],
                  [t('invoices.costsOpen'), <Money key="c" cents={claim.costsCents} quietZero />],
                  [t('invoices.interest'), <Money key="i" cents={claim.interestCents} quietZero />],
                ] as const)
              : []),
            [t('debtors.oldestDue'), <Day key="d" on={oldestDueOn} />],
          ]}
        />
      )}
    </section>
  );
}
