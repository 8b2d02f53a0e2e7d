import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { useMayDraw } from '../api/rights.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

/** Begins an empty flow and goes on to draw it. */
export function NewFlow() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [name, setName] = useState<string | null>(null);
  const create = useChange({
    run: (wanted: string) =>
      client.send<{ id: string }>('POST', '/api/flows', { name: wanted, creditorId: null }),
    touches: [['flows']],
  });
  if (!useMayDraw()) return null;
  const draw = ({ id }: { id: string }) =>
    void navigate({ to: '/flows/$flowId/draw', params: { flowId: id } as never });
  return (
    <>
      <Button leftSection={<Plus size={16} />} onClick={() => setName('')}>
        {t('draw.newFlow')}
      </Button>
      {name !== null && (
        <FormDialog
          title={t('draw.newFlow')}
          action={t('draw.create')}
          isBusy={create.isPending}
          isReady={name.trim() !== ''}
          onClose={() => setName(null)}
          onSubmit={() => create.mutate(name.trim(), { onSuccess: draw })}
        >
          <TextInput
            label={t('draw.newFlowName')}
            value={name}
            maxLength={100}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}
