import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Debtor, type NotedFlag, useDebtorChange } from '../../api/debtors.ts';
import { useMayWrite } from '../../api/rights.ts';
import { ReasonForm } from '../../ui/ReasonForm.tsx';
import { Instant } from '../../ui/values/Day.tsx';

/** At the top of the file as long as they hold: what is noted of the debtor, by whom and why. */
export function Circumstances({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [over, end] = useState<NotedFlag | null>(null);
  const now = debtor.flags.filter((one) => one.clearedAt === null);
  if (now.length === 0) return null;
  return (
    <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t('flags.heading')}>
      <Stack gap="xs">
        {now.map((one) => (
          <Group key={one.flag} justify="space-between" align="flex-start" gap="xs">
            <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
              <Text fw={600}>{t(`flags.names.${one.flag}`)}</Text>
              <Noted of={one} />
            </div>
            {mayWrite && (
              <Button size="xs" variant="default" onClick={() => end(one)}>
                {t('flags.clear')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {over && <Clear debtor={debtor} of={over} onClose={() => end(null)} />}
    </Alert>
  );
}

function Noted({ of }: { of: NotedFlag }) {
  return (
    <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {of.setBy}, <Instant at={of.setAt} />: {of.reason}
    </Text>
  );
}

type ClearProps = { debtor: Debtor; of: NotedFlag; onClose: () => void };
function Clear({ debtor: { id, name }, of: { flag }, onClose }: ClearProps) {
  const { t } = useTranslation();
  const change = useDebtorChange<object>(id, 'clear-flag', t('flags.cleared', { name }));
  return (
    <ReasonForm
      title={t('flags.clearTitle', { flag: t(`flags.names.${flag}`) })}
      says={t('flags.clearSays')}
      action={t('flags.clear')}
      isBusy={change.isPending}
      onClose={onClose}
      onReason={(reason) => change.mutate({ flag, reason }, { onSuccess: onClose })}
    />
  );
}
