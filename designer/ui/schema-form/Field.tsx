import { NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../values/format.ts';
import { aboutField, emptied } from './editors/about-field.ts';
import { bounds } from './editors/bounds.ts';
import { moneySigns } from './editors/money.ts';
import { ownInput } from './editors/own-inputs.ts';
import { EitherField } from './EitherField.tsx';
import type { FieldProps } from './field-props.ts';
import { GroupField } from './GroupField.tsx';
import { JsonField } from './JsonField.tsx';
import { ListField } from './ListField.tsx';
import { choicesOf, choiceTitle, kindOf, mayBeNull, plainSchema } from './read-schema.ts';

/** The input that a schema asks for: by the name of an editor, else by its shape. */
export function Field(props: Omit<FieldProps, 'isNullable'>) {
  const kind = kindOf(props.schema);
  const isNullable = mayBeNull(props.schema);
  const inner = { ...props, schema: plainSchema(props.schema), isNullable };
  const own = ownInput(inner.schema.editor);
  if (own) return createElement(own, inner);
  switch (kind) {
    case 'choice':
      return <ChoiceField {...inner} />;
    case 'number':
      return <NumberField {...inner} />;
    case 'yes-no':
      return <YesNoField {...inner} />;
    case 'list':
      return <ListField {...inner} />;
    case 'group':
      return <GroupField {...inner} />;
    case 'either':
      return <EitherField {...props} isNullable={isNullable} />;
    case 'json':
      return <JsonField {...inner} />;
    default:
      return <TextField {...inner} kind={kind} />;
  }
}

function ChoiceField(props: FieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { schema, value, isRequired, onChange } = props;
  const choices = choicesOf(schema) ?? [];
  return (
    <Select
      {...aboutField(props, locale)}
      data={choices.map((choice) => ({
        value: String(choice),
        label:
          choiceTitle(schema, choice, locale) ??
          t(`choices.${String(choice)}` as never, { defaultValue: String(choice) }),
      }))}
      value={value === undefined || value === null ? null : String(value)}
      clearable={!isRequired}
      onChange={(picked) => onChange(choices.find((choice) => String(choice) === picked))}
    />
  );
}

function NumberField(props: FieldProps) {
  const locale = useLocale();
  const { schema, value, onChange } = props;
  const { decimal } = moneySigns(locale);
  return (
    <NumberInput
      {...aboutField(props, locale)}
      {...bounds(schema)}
      value={typeof value === 'number' ? value : ''}
      decimalScale={schema.type === 'integer' ? 0 : 6}
      decimalSeparator={decimal}
      allowDecimal={schema.type !== 'integer'}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
        else if (typed === '') onChange(emptied(props, schema.minimum ?? 0));
      }}
    />
  );
}

function YesNoField(props: FieldProps) {
  const { withAsterisk: _, ...rest } = aboutField(props, useLocale());
  return (
    <Switch
      {...rest}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function TextField({ kind, ...props }: FieldProps & { kind: string }) {
  const { schema, value, onChange } = props;
  const common = {
    ...aboutField(props, useLocale()),
    value: typeof value === 'string' ? value : '',
    maxLength: schema.maxLength,
    onChange: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value;
      onChange(typed === '' ? emptied(props, '') : typed);
    },
  };
  if (kind === 'secret') return <PasswordInput {...common} autoComplete="off" />;
  return kind === 'lines' ? (
    <Textarea {...common} autosize minRows={2} maxRows={10} />
  ) : (
    <TextInput {...common} />
  );
}
