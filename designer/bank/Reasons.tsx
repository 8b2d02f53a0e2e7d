import { Group, Stack, Text } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Proposal, Signal } from '../api/bank.ts';
import { useLocale } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';

/** What speaks for a way to book a line, what speaks against it, and how sure that makes it. */
export function Reasons({ proposal, certainty }: { proposal: Proposal; certainty: number | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const percent = (share: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
      Math.floor(share * 1000) / 10,
    );
  return (
    <Stack gap={6}>
      {certainty !== null && (
        <Text fz="sm" fw={600}>
          {t('bankWork.sure', { percent: percent(certainty) })}
        </Text>
      )}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {proposal.signals.map((signal) => (
          <Reason key={signal.code + signal.detail} signal={signal} isFor />
        ))}
        {proposal.conflicts.map((signal) => (
          <Reason key={signal.code + signal.detail} signal={signal} isFor={false} />
        ))}
      </ul>
    </Stack>
  );
}

function Reason({ signal, isFor }: { signal: Signal; isFor: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const Icon = isFor ? Plus : Minus;
  return (
    <Group component="li" gap={6} wrap="nowrap" align="flex-start">
      <Icon
        size={14}
        style={{ flexShrink: 0, marginTop: 4 }}
        color={isFor ? 'var(--good)' : 'var(--broken)'}
        aria-label={t(isFor ? 'bankWork.speaksFor' : 'bankWork.speaksAgainst')}
      />
      <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {say(signal.says)}
      </Text>
    </Group>
  );
}
