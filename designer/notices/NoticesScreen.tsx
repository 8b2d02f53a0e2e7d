import { Button, MultiSelect, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NoticeWishes, useNoticeWishes, useSetNoticeWishes } from '../api/notices.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useAdministrationNames } from '../ui/values/administration-names.ts';

/** Of what one wants to hear by mail (PAY-05). */
export function NoticesScreen() {
  const { t } = useTranslation();
  const wishes = useNoticeWishes();
  return (
    <Screen title={t('notices.title')} help={t('notices.help')}>
      <Loaded query={wishes}>{(found) => <WishForm wishes={found} />}</Loaded>
    </Screen>
  );
}

const CHOICES = ['never', 'all', 'some'] as const;

function WishForm({ wishes }: { wishes: NoticeWishes }) {
  const { t } = useTranslation();
  const set = useSetNoticeWishes(t('common.saved'));
  const [paid, setPaid] = useState(wishes.paid);
  const [chosen, setChosen] = useState<readonly string[]>(wishes.administrationIds);
  const isReady = paid !== 'some' || chosen.length > 0;
  const save = () => set.mutate({ paid, administrationIds: paid === 'some' ? [...chosen] : [] });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md" maw={560}>
        <Radio.Group
          label={t('notices.paid')}
          description={t('notices.paidSays')}
          value={paid}
          onChange={(value) => setPaid(value as NoticeWishes['paid'])}
        >
          <Stack gap="xs" mt={6}>
            {CHOICES.map((choice) => (
              <Radio key={choice} value={choice} label={t(`notices.choices.${choice}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {paid === 'some' && <Books chosen={chosen} onChange={setChosen} />}
        <Button
          type="submit"
          loading={set.isPending}
          disabled={!isReady}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  );
}

type BooksProps = {
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

function Books({ chosen, onChange }: BooksProps) {
  const { t } = useTranslation();
  const { groups } = useAdministrationNames();
  const data = groups.map(({ creditor, administrations }) => ({
    group: creditor,
    items: administrations.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <MultiSelect
      label={t('notices.which')}
      required
      data={data}
      value={[...chosen]}
      onChange={onChange}
      searchable
    />
  );
}
