import { localize } from '@inning/sdk';
import { useFlows } from '../../../api/flows.ts';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { useFormWorld } from './form-world.ts';
import { PickerField } from './PickerField.tsx';

/** Another step of the same flow, by the name it has on the canvas. */
export function StepField(props: FieldProps) {
  const { steps } = useFormWorld();
  const choices = steps.map(({ id, name }) => ({ value: id, label: name }));
  return <PickerField {...props} choices={unlike(choices)} />;
}

/** Another flow of the agency. */
export function FlowField(props: FieldProps) {
  const locale = useLocale();
  const flows = useFlows().data;
  // Until they are read, what was chosen is not called gone.
  const known = flows?.map(({ slug, name }) => ({ value: slug, label: localize(name, locale) }));
  return <PickerField {...props} choices={known ?? itself(props.value)} />;
}

export const itself = (value: unknown) =>
  typeof value === 'string' && value !== '' ? [{ value, label: value }] : [];

/** Steps of the same name are told apart by their ids. */
function unlike(choices: readonly { value: string; label: string }[]) {
  const counts = Map.groupBy(choices, ({ label }) => label);
  return choices.map(({ value, label }) => {
    const isOnly = counts.get(label)?.length === 1;
    return { value, label: isOnly ? label : `${label} (${value})` };
  });
}
