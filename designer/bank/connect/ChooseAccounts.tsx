import { Button, Checkbox, Select, Stack, Text } from '@mantine/core';
import { addDays, type CalendarDate } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankConnection, useChooseAccounts } from '../../api/bank-connections.ts';
import { useTrustAccounts } from '../../api/trust.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { useAdministrationNames } from '../../ui/values/administration-names.ts';
import { Day } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { StateBadge } from '../../ui/values/StateBadge.tsx';

type ChooseAccountsProps = {
  readonly connection: BankConnection;
  readonly onChosen: (connection: BankConnection) => void;
};
/** Banks give at least that many days without asking the owner again (RTS 2018/389, article 10). */
const FIRST_DAYS = 89;
const BOOKS = 'books';

/** Which of the accounts that the bank shows are read, from which day, and whose money is on them. */
export function ChooseAccounts({ connection, onChosen }: ChooseAccountsProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { nameOf } = useAdministrationNames();
  const choose = useChooseAccounts(connection.id);
  const { found, consentUntil, administrationId } = connection;
  const [accountIds, setAccountIds] = useState(() => found.map(({ id }) => id));
  const [from, setFrom] = useState<CalendarDate | null>(() => addDays(today, -FIRST_DAYS));
  const [trustAccountId, setTrustAccountId] = useState<string | null>(null);
  const start = () =>
    from && choose.mutate({ accountIds, from, trustAccountId }, { onSuccess: onChosen });
  return (
    <Section
      title={t('bankConnections.stepAccounts')}
      aside={<StateBadge tone="good">{t('bankConnections.given')}</StateBadge>}
    >
      <Stack gap="md" align="flex-start">
        {consentUntil && (
          <Text>
            {t('bankConnections.givenUntil')} <Day on={consentUntil} />
          </Text>
        )}
        {found.length === 0 ? (
          <Text>{t('bankConnections.noAccounts')}</Text>
        ) : (
          <>
            <Checkbox.Group
              label={t('bankConnections.whichAccounts')}
              description={t('bankConnections.accountsHint', {
                administration: nameOf(administrationId),
              })}
              value={accountIds}
              onChange={setAccountIds}
            >
              <Stack gap={6} mt={6}>
                {found.map(({ id, account, holder }) => (
                  <Checkbox key={id} value={id} label={account} description={holder} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Whose value={trustAccountId} onChange={setTrustAccountId} />
            <DayInput label={t('bankConnections.from')} value={from} onChange={setFrom} />
            <Button
              loading={choose.isPending}
              disabled={accountIds.length === 0 || from === null}
              onClick={start}
            >
              {t('bankConnections.start', { count: accountIds.length })}
            </Button>
          </>
        )}
      </Stack>
    </Section>
  );
}

type WhoseProps = {
  readonly value: string | null;
  readonly onChange: (trustAccountId: string | null) => void;
};

/** Only asked where there are trust accounts. */
function Whose({ value, onChange }: WhoseProps) {
  const { t } = useTranslation();
  const trust = useTrustAccounts(true).data?.items ?? [];
  if (trust.length === 0) return null;
  return (
    <Select
      label={t('bankConnections.whose')}
      value={value ?? BOOKS}
      allowDeselect={false}
      data={[
        { value: BOOKS, label: t('bankConnections.ofBooks') },
        ...trust.map(({ id, name }) => ({
          value: id,
          label: t('bankConnections.ofTrust', { name }),
        })),
      ]}
      onChange={(chosen) => onChange(chosen === BOOKS ? null : chosen)}
    />
  );
}
