import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { aboutField } from './about-field.ts';
import { TimeInput } from './TimeInput.tsx';

/** A time of day. What is half typed changes nothing. */
export function TimeField(props: FieldProps) {
  const about = aboutField(props, useLocale());
  const value = typeof props.value === 'string' ? props.value : '';
  return <TimeInput {...about} value={value} onTime={props.onChange} />;
}
