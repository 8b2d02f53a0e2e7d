import { Alert, Button, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type AgencySettings, useAgency, useChangeAgency } from '../api/agency.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';

/** What every letter says of who collects. */
export function AgencyScreen() {
  const { t } = useTranslation();
  const agency = useAgency();
  return (
    <Screen title={t('agency.title')} help={t('agency.help')}>
      <Loaded query={agency}>{(one) => <AgencyForm agency={one} />}</Loaded>
    </Screen>
  );
}

function AgencyForm({ agency }: { agency: AgencySettings }) {
  const { t } = useTranslation();
  const change = useChangeAgency(t('common.saved'));
  const form = useForm({
    initialValues: {
      name: agency.name,
      collectsForOthers: agency.collectsForOthers,
      registrationNumber: agency.registrationNumber ?? '',
      complaints: agency.complaints ?? '',
    },
  });
  const { collectsForOthers, registrationNumber, complaints } = form.values;
  const isIncomplete = collectsForOthers && !(registrationNumber.trim() && complaints.trim());
  const save = (values: typeof form.values) =>
    change.mutate(
      {
        name: values.name.trim(),
        collectsForOthers: values.collectsForOthers,
        registrationNumber: values.registrationNumber.trim() || null,
        complaints: values.complaints.trim() || null,
      },
      { onSuccess: () => form.resetDirty() },
    );
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="md" maw={560}>
        {isIncomplete && (
          <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />}>
            {t('agency.incomplete')}
          </Alert>
        )}
        <TextInput
          label={t('agency.name')}
          required
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <Switch
          label={t('agency.collectsForOthers')}
          description={t('agency.collectsForOthersSays')}
          {...form.getInputProps('collectsForOthers', { type: 'checkbox' })}
        />
        <RegisterFields form={form} />
        <Button
          type="submit"
          loading={change.isPending}
          disabled={!form.isDirty()}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  );
}

type RegisterProps = {
  readonly form: { getInputProps(field: 'registrationNumber' | 'complaints'): object };
};

/** What a debtor can look up, and where a complaint goes. */
function RegisterFields({ form }: RegisterProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('agency.registrationNumber')}
        maxLength={200}
        {...form.getInputProps('registrationNumber')}
      />
      <TextInput
        label={t('agency.complaints')}
        description={t('agency.complaintsSays')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        {...form.getInputProps('complaints')}
      />
    </>
  );
}
