import { Button, Fieldset, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { CHANNEL_NAMES, CHANNELS, type ContactHours, localize, sayContactHours } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLawfulHours } from '../../../api/contact-hours.ts';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { aboutField } from './about-field.ts';
import { hoursWith, officeHours, type WeekName } from './contact-week.ts';
import styles from './editors.module.css';
import { useFormWorld } from './form-world.ts';
import { WeekTable } from './WeekTable.tsx';

/** When a flow contacts debtors: as the law lets it, or at hours of its own within that. */
export function ContactHoursField(props: FieldProps) {
  const { label, value, path, problems, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const lawful = useLawfulHours(useFormWorld().country).data ?? null;
  const own = (value ?? null) as ContactHours | null;
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap="xs">
        <Switch
          label={t('editors.hours.own')}
          description={aboutField(props, locale).description}
          checked={own !== null}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.currentTarget.checked ? officeHours(lawful) : null)}
        />
        {own ? (
          <OwnHours {...{ own, lawful, isReadOnly, onChange }} />
        ) : (
          lawful && (
            <p className={styles.sentence}>
              {t('editors.hours.lawful', { sentence: sayContactHours(lawful, locale) })}
            </p>
          )
        )}
        {problems[path] && (
          <Text fz="xs" c="red.8" role="alert">
            {problems[path]}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

type OwnHoursProps = Pick<FieldProps, 'isReadOnly' | 'onChange'> & {
  readonly own: ContactHours;
  readonly lawful: ContactHours | null;
};

function OwnHours({ own, lawful, isReadOnly, onChange }: OwnHoursProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [shown, show] = useState<WeekName>('usual');
  const week = own[shown] ?? null;
  const nameOf = (name: WeekName) =>
    name === 'usual' ? t('editors.hours.usual') : localize(CHANNEL_NAMES[name], locale);
  const take = (next: ContactHours[WeekName] | null) => onChange(hoursWith(own, shown, next));
  return (
    <>
      <Group gap={6}>
        <Button
          variant="light"
          size="compact-xs"
          disabled={isReadOnly || !lawful}
          onClick={() => onChange(lawful)}
        >
          {t('editors.hours.asLaw')}
        </Button>
        <Button
          variant="light"
          size="compact-xs"
          disabled={isReadOnly}
          onClick={() => onChange(officeHours(lawful))}
        >
          {t('editors.hours.office')}
        </Button>
      </Group>
      <Select
        label={t('editors.hours.for')}
        data={(['usual', ...CHANNELS] as const).map((name) => ({
          value: name,
          label: nameOf(name),
        }))}
        value={shown}
        allowDeselect={false}
        onChange={(name) => show(name as WeekName)}
      />
      {shown !== 'usual' && (
        <Switch
          label={t('editors.hours.differs')}
          checked={week !== null}
          disabled={isReadOnly}
          onChange={(event) => take(event.currentTarget.checked ? own.usual : null)}
        />
      )}
      {week && (
        <WeekTable name={nameOf(shown)} week={week} isReadOnly={isReadOnly} onChange={take} />
      )}
      <p className={styles.sentence} aria-live="polite">
        {t('editors.hours.says', { sentence: sayContactHours(own, locale) })}
      </p>
      <Text fz="xs" className="quiet">
        {t('editors.hours.within')}
      </Text>
    </>
  );
}
