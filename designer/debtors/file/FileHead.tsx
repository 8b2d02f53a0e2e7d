import { Button, Group, Text, Title } from '@mantine/core';
import { GitCompareArrows, NotebookPen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import { useMayWrite } from '../../api/rights.ts';
import { PauseBadge } from '../../ui/PauseBadge.tsx';
import { useAdministrationNames } from '../../ui/values/administration-names.ts';
import { AddContactRecord } from './contacts/AddContactRecord.tsx';
import { NoteCircumstance } from './NoteCircumstance.tsx';
import { PauseDebtor } from './PauseDebtor.tsx';
import { SwitchFlow } from './SwitchFlow.tsx';

/** Who this is, and what one can do. */
export function FileHead({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const { nameOf, creditorOf } = useAdministrationNames();
  const place = [creditorOf(debtor.administrationId), nameOf(debtor.administrationId)];
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Group gap="xs">
          <Title order={2} fz="xl">
            {debtor.name}
          </Title>
          <PauseBadge pause={debtor} />
        </Group>
        <Text className="quiet">
          {[debtor.number, t(`debtors.kinds.${debtor.kind}`), ...place].filter(Boolean).join(' · ')}
        </Text>
        {debtor.isPaused && debtor.pauseReason && <Text fz="sm">{debtor.pauseReason}</Text>}
      </div>
      <FileActions debtor={debtor} />
    </Group>
  );
}

function FileActions({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [open, setOpen] = useState<'record' | 'flow' | 'circumstance' | null>(null);
  if (!mayWrite) return null;
  const close = () => setOpen(null);
  return (
    <Group gap="xs" data-paper="none">
      <Button
        variant="default"
        leftSection={<NotebookPen size={15} />}
        onClick={() => setOpen('record')}
      >
        {t('file.addRecord')}
      </Button>
      <Button
        variant="default"
        leftSection={<GitCompareArrows size={15} />}
        onClick={() => setOpen('flow')}
      >
        {t('file.switchFlow')}
      </Button>
      <Button
        variant="default"
        leftSection={<TriangleAlert size={15} />}
        onClick={() => setOpen('circumstance')}
      >
        {t('flags.action')}
      </Button>
      <PauseDebtor debtor={debtor} />
      {open === 'record' && <AddContactRecord debtor={debtor} onClose={close} />}
      {open === 'circumstance' && <NoteCircumstance debtor={debtor} onClose={close} />}
      {open === 'flow' && <SwitchFlow debtor={debtor} onClose={close} />}
    </Group>
  );
}
