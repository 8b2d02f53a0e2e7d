import { cents } from '@inning/sdk';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClaim } from '../../api/claims.ts';
import type { Debtor } from '../../api/debtors.ts';
import { Day } from '../../ui/values/Day.tsx';
import { Facts } from '../../ui/values/Facts.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { Money } from '../../ui/values/Money.tsx';
import styles from './file.module.css';

/** What is owed today and its parts: the claim of the file, the letters and the pay page. */
export function OpenNow({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { overdueCents, invoiceCount, oldestDueOn } = debtor;
  const { openCents, principalCents, costsCents, interestCents } = useOwed(debtor);
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
            ...(costsCents + interestCents > 0
              ? ([
                  [t('invoices.principal'), <Money key="p" cents={principalCents} />],
                  [t('invoices.costsOpen'), <Money key="c" cents={costsCents} quietZero />],
                  [t('invoices.interest'), <Money key="i" cents={interestCents} quietZero />],
                ] as const)
              : []),
            [t('debtors.oldestDue'), <Day key="d" on={oldestDueOn} />],
          ]}
        />
      )}
    </section>
  );
}

const NOTHING = cents(0);

/** What is booked, until the claim of today has come: that one knows what the law has added since. */
function useOwed({ id, openCents, claim }: Debtor) {
  const { data } = useClaim(id, null);
  if (!data) {
    const {
      principalCents = openCents,
      costsCents = NOTHING,
      interestCents = NOTHING,
    } = claim ?? {};
    return { openCents, principalCents, costsCents, interestCents };
  }
  const { principal, costs, interest } = data.totals;
  return {
    openCents: data.openCents,
    principalCents: principal.openCents,
    costsCents: costs.openCents,
    interestCents: interest.openCents,
  };
}
