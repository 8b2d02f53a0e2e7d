import type { EditorName } from '@inning/sdk';
import type { ComponentType } from 'react';
import type { FieldProps } from '../field-props.ts';
import { ActionsField } from './ActionsField.tsx';
import { AnchorsField } from './AnchorsField.tsx';
import { ContactHoursField } from './ContactHoursField.tsx';
import { DaysField } from './DaysField.tsx';
import { ExpressionField } from './expression/ExpressionField.tsx';
import { MoneyField } from './MoneyField.tsx';
import { FlowField, StepField } from './pickers.tsx';
import { TemplateField } from './TemplateField.tsx';
import { TimeField } from './TimeField.tsx';

const OWN_INPUTS: Readonly<Record<Exclude<EditorName, 'multiline'>, ComponentType<FieldProps>>> = {
  money: MoneyField,
  days: DaysField,
  'time-of-day': TimeField,
  expression: ExpressionField,
  anchors: AnchorsField,
  'template-picker': TemplateField,
  'flow-picker': FlowField,
  'step-picker': StepField,
  'contact-hours': ContactHoursField,
  actions: ActionsField,
};

/** The input that a schema asks for by name; null when the ordinary one will do. */
export function ownInput(editor: string | undefined): ComponentType<FieldProps> | null {
  if (editor === undefined || !Object.hasOwn(OWN_INPUTS, editor)) return null;
  return OWN_INPUTS[editor as keyof typeof OWN_INPUTS];
}
