import { NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EitherField } from './EitherField.tsx';
import { GroupField } from './GroupField.tsx';
import { JsonField } from './JsonField.tsx';
import { ListField } from './ListField.tsx';
import { choicesOf, type FieldSchema, kindOf, mayBeNull, plainSchema } from './read-schema.ts';

export type FieldProps = {
  readonly name: string;
  readonly path: string;
  readonly schema: FieldSchema;
  readonly label: string;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly problems: Readonly<Record<string, string>>;
  /** `undefined` leaves the field out. */
  readonly onChange: (value: unknown) => void;
};

/** The input that a schema asks for. */
export function Field(props: FieldProps) {
  const kind = kindOf(props.schema);
  const inner = { ...props, schema: plainSchema(props.schema) };
  switch (kind) {
    case 'choice':
      return <ChoiceField {...inner} />;
    case 'number':
    case 'money':
      return (
        <NumberField {...inner} isMoney={kind === 'money'} isNullable={mayBeNull(props.schema)} />
      );
    case 'yes-no':
      return <YesNoField {...inner} />;
    case 'list':
      return <ListField {...inner} />;
    case 'group':
      return <GroupField {...inner} />;
    case 'either':
      return <EitherField {...props} />;
    case 'json':
      return <JsonField {...inner} />;
    default:
      return <TextField {...inner} kind={kind} isNullable={mayBeNull(props.schema)} />;
  }
}

const about = ({ label, schema, isRequired, isReadOnly, problems, path }: FieldProps) => ({
  label,
  description: schema.description,
  withAsterisk: isRequired,
  disabled: isReadOnly,
  error: problems[path],
});

function ChoiceField(props: FieldProps) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = props;
  const choices = choicesOf(schema) ?? [];
  return (
    <Select
      {...about(props)}
      data={choices.map((choice) => ({
        value: String(choice),
        label: t(`choices.${String(choice)}` as never, { defaultValue: String(choice) }),
      }))}
      value={value === undefined || value === null ? null : String(value)}
      clearable={!isRequired}
      onChange={(picked) => onChange(choices.find((choice) => String(choice) === picked))}
    />
  );
}

type Nullable = { readonly isNullable: boolean };

function NumberField({
  isMoney,
  isNullable,
  ...props
}: FieldProps & Nullable & { isMoney: boolean }) {
  const { schema, value, isRequired, onChange } = props;
  const scale = isMoney ? 100 : 1;
  return (
    <NumberInput
      {...about(props)}
      value={typeof value === 'number' ? value / scale : ''}
      {...bounds(schema, scale)}
      decimalScale={isMoney ? 2 : schema.type === 'integer' ? 0 : 6}
      fixedDecimalScale={isMoney}
      decimalSeparator=","
      {...(isMoney ? { prefix: '€ ' } : {})}
      allowDecimal={isMoney || schema.type !== 'integer'}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(Math.round(typed * scale * 1e6) / 1e6);
        else if (typed === '')
          onChange(isNullable ? null : isRequired ? (schema.minimum ?? 0) : undefined);
      }}
    />
  );
}

function bounds({ minimum, maximum }: FieldSchema, scale: number) {
  const isShown = (bound: number | undefined): bound is number =>
    bound !== undefined && Math.abs(bound) < 1e12;
  return {
    ...(isShown(minimum) ? { min: minimum / scale } : {}),
    ...(isShown(maximum) ? { max: maximum / scale } : {}),
  };
}

function YesNoField(props: FieldProps) {
  const { withAsterisk: _, ...rest } = about(props);
  return (
    <Switch
      {...rest}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function TextField({ kind, isNullable, ...props }: FieldProps & Nullable & { kind: string }) {
  const { schema, value, isRequired, onChange } = props;
  const common = {
    ...about(props),
    value: typeof value === 'string' ? value : '',
    maxLength: schema.maxLength,
    onChange: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value;
      const nothing = isNullable ? null : isRequired ? '' : undefined;
      onChange(typed === '' ? nothing : typed);
    },
  };
  if (kind === 'secret') return <PasswordInput {...common} autoComplete="off" />;
  return kind === 'lines' ? (
    <Textarea {...common} autosize minRows={2} maxRows={10} />
  ) : (
    <TextInput {...common} />
  );
}
