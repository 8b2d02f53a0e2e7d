import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { aboutField, emptied } from './about-field.ts';
import { bounds } from './bounds.ts';

const WEEK = 7;

/** A length of time in days, with weeks where they come out even. */
export function DaysField(props: FieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { value, schema, onChange } = props;
  const days = typeof value === 'number' ? value : null;
  const weeks = days !== null && days >= WEEK && days % WEEK === 0 ? days / WEEK : null;
  const about = aboutField(props, locale);
  return (
    <NumberInput
      {...about}
      {...bounds(schema)}
      description={weeks === null ? about.description : t('editors.weeks', { count: weeks })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={days ?? ''}
      allowDecimal={false}
      suffix={` ${t('editors.days', { count: days ?? 2 })}`}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
        else if (typed === '') onChange(emptied(props, schema.minimum ?? 0));
      }}
    />
  );
}
