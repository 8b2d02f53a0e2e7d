import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import type { PostalAddress } from '../../api/shapes.ts';
import { LANGUAGE_NAMES } from '../../shell/LanguageItems.tsx';
import { Facts } from '../../ui/values/Facts.tsx';

/** Addresses, numbers and how this debtor pays. */
export function DetailsOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const { behaviour, email, phone, mobile } = debtor;
  return (
    <>
      <Facts
        rows={[
          [t('details.attention'), debtor.attention],
          [
            t('contacts.email'),
            email ? (
              <Anchor key="e" href={`mailto:${email}`}>
                {email}
              </Anchor>
            ) : (
              t('details.noEmail')
            ),
          ],
          [t('contacts.phone'), phone],
          [t('contacts.mobile'), mobile],
          [t('shell.language'), LANGUAGE_NAMES[debtor.language]],
          [t('details.invoiceAddress'), <Address key="i" of={debtor.invoiceAddress} />],
          [
            t('details.correspondenceAddress'),
            debtor.correspondenceAddress && <Address key="c" of={debtor.correspondenceAddress} />,
          ],
          [t('details.companyNumber'), debtor.companyNumber],
          [t('details.vatNumber'), debtor.vatNumber],
          [t('details.ibans'), debtor.ibans.join(', ')],
          [
            t('details.behaviour'),
            <span key="b">
              {t(`behaviour.${behaviour.class}`)}
              {behaviour.averageTermDays !== null && (
                <Text className="quiet" fz="sm">
                  {t('details.behaviourFigures', {
                    average: behaviour.averageTermDays,
                    variation: behaviour.variationDays,
                    count: behaviour.paidCount,
                  })}
                </Text>
              )}
            </span>,
          ],
        ]}
      />
      {debtor.remarks && (
        <>
          <Text fw={600} mt="md">
            {t('details.remarks')}
          </Text>
          <Text style={{ whiteSpace: 'pre-line' }}>{debtor.remarks}</Text>
        </>
      )}
    </>
  );
}

function Address({ of }: { of: PostalAddress | null }) {
  const { t } = useTranslation();
  if (of === null) return <span className="quiet">{t('common.unknown')}</span>;
  const lines = [
    [of.street, of.houseNumber],
    [of.postcode, of.city],
    [of.country === 'NL' ? null : of.country],
  ].map((parts) => parts.filter(Boolean).join(' '));
  return <span style={{ whiteSpace: 'pre-line' }}>{lines.filter(Boolean).join('\n')}</span>;
}
