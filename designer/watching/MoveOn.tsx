import { Button, Select, Text, TextInput } from '@mantine/core';
import { localize } from '@inning/sdk';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useFlowVersion } from '../api/flows.ts';
import { useMayWrite } from '../api/rights.ts';
import { type CaseFile, useMoveOn } from '../api/watching.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useLocale } from '../ui/values/format.ts';

type Way = { readonly value: string; readonly label: string };

/** Lets a case leave its step by an outcome that a person chooses, without the step being done. */
export function MoveOn({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const ways = useWays(file);
  const mayWrite = useMayWrite();
  if (!mayWrite || file.state === 'ended' || ways.length === 0) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<ArrowRight size={14} aria-hidden />}
        onClick={() => open(true)}
      >
        {t('watching.moveOn')}
      </Button>
      {isOpen && <MoveOnForm file={file} ways={ways} onClose={() => open(false)} />}
    </>
  );
}

/** The ways out of the present step that lead to another one. */
function useWays({ flowId, flowVersion, nodeId }: CaseFile): readonly Way[] {
  const locale = useLocale();
  const document = useFlowVersion(flowId, flowVersion).data?.document;
  const types = useCatalogue().data;
  if (!document) return [];
  const { outcomes } = types?.get(document.nodes[nodeId]?.type ?? '') ?? {};
  return document.edges
    .filter(({ from, to }) => from === nodeId && Object.hasOwn(document.nodes, to))
    .map(({ outcome }) => {
      const name = outcomes?.[outcome];
      return { value: outcome, label: name ? localize(name, locale) : outcome };
    });
}

type MoveOnFormProps = {
  readonly file: CaseFile;
  readonly ways: readonly Way[];
  readonly onClose: () => void;
};

function MoveOnForm({ file, ways, onClose }: MoveOnFormProps) {
  const { t } = useTranslation();
  const [outcome, choose] = useState(ways[0]?.value ?? '');
  const [reason, setReason] = useState('');
  const moveOn = useMoveOn(file.id, t('common.saved'));
  return (
    <FormDialog
      title={`${t('watching.moveOn')}: ${file.nodeLabel}`}
      action={t('watching.moveOn')}
      isBusy={moveOn.isPending}
      onClose={onClose}
      onSubmit={() =>
        moveOn.mutate({ outcome, reason: reason.trim() }, { onSuccess: () => onClose() })
      }
    >
      <Text>{t('watching.moveOnHint')}</Text>
      <Select
        label={t('watching.byOutcome')}
        data={[...ways]}
        value={outcome}
        allowDeselect={false}
        onChange={(value) => choose(value ?? outcome)}
      />
      <TextInput
        label={t('common.reason')}
        required
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
