import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readTime } from './read-time.ts';

type TimeInputProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly value: string;
  /** Only for a whole time, such as `09:30`. */
  readonly onTime: (time: string) => void;
};

/**
 * A time of day by the clock of twenty-four hours. The input of the browser follows the language of the
 * browser instead of the reader's, with AM and PM.
 */
export function TimeInput({ value, onTime, error, ...rest }: TimeInputProps) {
  const [typed, type] = useState<string | null>(null);
  const take = (text: string) => {
    const time = readTime(text);
    if (time !== null && time !== value) onTime(time);
  };
  const isWrong = typed !== null && typed.length > 4 && readTime(typed) === null;
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      placeholder="09:00"
      error={isWrong || error}
      value={typed ?? value}
      onFocus={(event) => {
        type(value);
        event.currentTarget.select();
      }}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
        // Half a time, such as the 1 of 17:00, is not one yet.
        if (currentTarget.value.length === 5) take(currentTarget.value);
      }}
      onBlur={() => {
        if (typed !== null) take(typed);
        type(null);
      }}
    />
  );
}
