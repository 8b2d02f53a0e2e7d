import { Button, Group, Popover, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePayout } from '../api/bank-statements.ts';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Money } from '../ui/values/Money.tsx';

/** What a payout of online payments consists of, one click away. */
export function PayoutLines({ lineId }: { lineId: string }) {
  const { t } = useTranslation();
  return (
    <Popover width={340} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" px={0}>
          {t('bankStatements.payout')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Inside lineId={lineId} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Inside({ lineId }: { lineId: string }) {
  const { t } = useTranslation();
  const payout = usePayout(lineId);
  return (
    <Loaded query={payout}>
      {({ lines, amountCents }) => (
        <div style={{ maxHeight: 320, overflowY: 'auto' }}>
          {lines.map((line, at) => (
            <Group key={at} justify="space-between" wrap="nowrap">
              <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
                {t(`bankStatements.parts.${line.kind}`)}{' '}
                <span className="quiet">{line.providerId}</span>
              </Text>
              <Money cents={line.amountCents} />
            </Group>
          ))}
          <Group justify="space-between" mt={6} fw={600}>
            <Text fz="sm" fw={600}>
              {t('bankStatements.total')}
            </Text>
            <Money cents={amountCents} />
          </Group>
        </div>
      )}
    </Loaded>
  );
}
