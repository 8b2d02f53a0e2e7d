import { ActionIcon, Menu, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { localize } from '@inning/sdk';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Download, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreditors } from '../api/administrations.ts';
import { useClient } from '../api/client-context.tsx';
import type { FlowRow } from '../api/flows.ts';
import type { ImportedFlow } from '../api/gallery.ts';
import { useMayDraw } from '../api/rights.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useLocale } from '../ui/values/format.ts';
import { LandedFlow } from './LandedFlow.tsx';

/** A flow as a file, or as another flow. */
export function FlowMenu({ flow }: { flow: FlowRow }) {
  const { t } = useTranslation();
  const mayDraw = useMayDraw();
  const [isCopying, setCopying] = useState(false);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('flowFiles.more')}>
            <EllipsisVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Download size={15} />}
            component="a"
            href={`/api/flows/${flow.id}/export`}
            download
          >
            {t('flowFiles.downloadDraft')}
          </Menu.Item>
          {mayDraw && (
            <Menu.Item leftSection={<Copy size={15} />} onClick={() => setCopying(true)}>
              {t('flowFiles.copy')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isCopying && <CopyFlow flow={flow} onClose={() => setCopying(false)} />}
    </>
  );
}

const EVERYBODY = 'all';

function CopyFlow({ flow, onClose }: { flow: FlowRow; onClose: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const navigate = useNavigate();
  const creditors = useCreditors().data ?? [];
  const own = localize(flow.name, locale);
  const [name, setName] = useState(() => t('flowFiles.ownName', { flow: own }));
  const [owner, setOwner] = useState(EVERYBODY);
  const copy = useChange({
    run: () =>
      client.send<ImportedFlow>('POST', `/api/flows/${flow.id}/copy`, {
        name: name.trim(),
        creditorId: owner === EVERYBODY ? null : owner,
      }),
    touches: [['flows']],
    done: t('flowFiles.copied'),
  });
  const draw = ({ id, problems }: ImportedFlow) => {
    // What is missing is read first.
    if (problems.length > 0) return;
    void navigate({ to: '/flows/$flowId/draw', params: { flowId: id } as never });
  };
  if (copy.data && copy.data.problems.length > 0) {
    return <Copied made={copy.data} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={t('flowFiles.copyTitle')}
      action={t('flowFiles.copyTitle')}
      isBusy={copy.isPending}
      isReady={name.trim() !== ''}
      onClose={onClose}
      onSubmit={() => copy.mutate(undefined, { onSuccess: draw })}
    >
      <Text fz="sm">{t('flowFiles.copyHint')}</Text>
      <TextInput
        label={t('flowFiles.name')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('flowFiles.forWhom')}
        data={[
          { value: EVERYBODY, label: t('flowFiles.wholeAgency') },
          ...creditors.map((one) => ({ value: one.id, label: one.name })),
        ]}
        value={owner}
        allowDeselect={false}
        onChange={(value) => setOwner(value ?? EVERYBODY)}
      />
    </FormDialog>
  );
}

function Copied({ made, onClose }: { made: ImportedFlow; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('flowFiles.copyTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <LandedFlow made={made} done={t('flowFiles.copied')} />
      </Stack>
    </Modal>
  );
}
