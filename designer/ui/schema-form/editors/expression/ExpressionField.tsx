import { Input, Text, Textarea } from '@mantine/core';
import type { ConditionError } from '@inning/sdk';
import { Component, lazy, type ReactNode, Suspense, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../values/format.ts';
import type { FieldProps } from '../../field-props.ts';
import { aboutField } from '../about-field.ts';
import type { CodeBoxProps } from './CodeBox.tsx';
import { createConditionCheck } from './condition-check.ts';
import { TryCondition } from './TryCondition.tsx';

// Large, and only for who writes a condition.
const CodeBox = lazy(async () => ({ default: (await import('./CodeBox.tsx')).CodeBox }));

/** A condition over the claim: checked while it is typed, with what can be used in it at hand. */
export function ExpressionField(props: FieldProps) {
  const { isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const text = typeof props.value === 'string' ? props.value : '';
  const error = useConditionError(text);
  const { label, description, withAsterisk } = aboutField(props, useLocale());
  const shared = { label, value: text, isReadOnly, describedBy: id, error, onChange };
  return (
    <Input.Wrapper
      label={label}
      description={description}
      withAsterisk={withAsterisk}
      labelElement="div"
    >
      <PlainWhenBroken plain={<PlainBox {...shared} />}>
        <Suspense fallback={<Text className="quiet">{t('editors.condition.loading')}</Text>}>
          <CodeBox {...shared} />
        </Suspense>
      </PlainWhenBroken>
      <div id={id}>
        <Verdict text={text} error={error} missing={props.problems[props.path]} />
        <Text fz="xs" className="quiet">
          {t('editors.condition.inCents')} {t('editors.condition.keys')}
        </Text>
      </div>
      <TryCondition condition={error ? '' : text} />
    </Input.Wrapper>
  );
}

type SaidError = CodeBoxProps['error'];

/** What is wrong with what was typed; an empty field is only not finished. */
function useConditionError(text: string): SaidError {
  const [check] = useState(createConditionCheck);
  const say = useSayError();
  return useMemo(() => {
    const found = text === '' ? null : check(text);
    return found && { ...found, said: say(found, text) };
  }, [check, say, text]);
}

type VerdictProps = {
  readonly text: string;
  readonly error: SaidError;
  readonly missing: string | undefined;
};

function Verdict({ text, error, missing }: VerdictProps) {
  const { t } = useTranslation();
  const wrong = error
    ? t('editors.condition.at', { at: error.from + 1, problem: error.said })
    : text === ''
      ? missing
      : undefined;
  return (
    <Text fz="xs" c={wrong ? 'var(--broken)' : 'var(--good)'} role="status" mt={4}>
      {wrong ?? (text === '' ? '' : t('editors.condition.right'))}
    </Text>
  );
}

/** An ordinary field for the same, where the editor could not be loaded. */
function PlainBox({ label, describedBy, value, error, isReadOnly, onChange }: CodeBoxProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      description={t('editors.condition.plain')}
      autosize
      minRows={3}
      disabled={isReadOnly}
      error={error !== null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What is wrong, in the reader's language where it is a usual mistake. */
function useSayError() {
  const { t } = useTranslation();
  return useMemo(
    () =>
      ({ code, message, from, to }: ConditionError, text: string): string =>
        t(`editors.wrong.${code}` as never, {
          defaultValue: message,
          name: text.slice(from, to).split('.').at(-1)?.trim() || text.slice(from, to),
          detail: /: (.+)$/.exec(message)?.[1] ?? /'(.+)'/.exec(message)?.[1] ?? '',
        }),
    [t],
  );
}

type PlainProps = { readonly plain: ReactNode; readonly children: ReactNode };

/** When the editor cannot be had, an ordinary field does the same. */
class PlainWhenBroken extends Component<PlainProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? this.props.plain : this.props.children;
  }
}
