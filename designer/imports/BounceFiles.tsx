import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Communication, type ReadBounce, useReadBounces } from '../api/communications.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { sayError } from '../ui/states/say-error.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';
import { Working } from './Working.tsx';

/** Mails that came back: each finds its letter, and what that letter announced counts no more. */
export function BounceFiles() {
  const { t } = useTranslation();
  const read = useReadBounces();
  return (
    <Stack>
      <FileDrop
        hint={t('bounces.drop')}
        accept=".eml,message/rfc822"
        isBusy={read.isPending}
        isDisabled={false}
        onFiles={(files) => read.mutate(files)}
      />
      {read.isPending && <Working text={t('bounces.reading')} />}
      {read.data?.map((one, index) => (
        <Paper key={`${index}:${one.name}`} withBorder p="md" radius="md">
          <Title order={2} fz="md">
            {one.name}
          </Title>
          <WhatBecame of={one} />
        </Paper>
      ))}
    </Stack>
  );
}

function WhatBecame({ of: { letter, error } }: { of: ReadBounce }) {
  const { t } = useTranslation();
  if (letter) return <LetterOfBounce letter={letter} />;
  return (
    <Text c="var(--broken)" role="alert">
      {sayError(error, t)}
    </Text>
  );
}

function LetterOfBounce({ letter }: { letter: Communication }) {
  const { t } = useTranslation();
  const { debtorId, subject, to, returnedOn, returnedReason } = letter;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Anchor component={Link} to="/debtors/$debtorId" params={{ debtorId } as never}>
          {subject}
        </Anchor>
        <Text className="quiet">{to}</Text>
        {returnedOn && <StateBadge tone="broken">{t('communication.returned')}</StateBadge>}
      </Group>
      <Text fz="sm">{returnedOn ? returnedReason : t('bounces.stillTried')}</Text>
    </Stack>
  );
}
