import { Progress, Text } from '@mantine/core';

type WorkingProps = {
  readonly text: string;
  /** How far it is, 0 to 1; left out while that is not known. */
  readonly part?: number;
};

/** Something that takes longer than a moment: what it is, and how far. */
export function Working({ text, part }: WorkingProps) {
  return (
    <div role="status">
      <Text fz="sm" mb={4}>
        {text}
      </Text>
      <Progress
        value={part === undefined ? 100 : part * 100}
        striped={part === undefined}
        animated={part === undefined}
        aria-label={text}
      />
    </div>
  );
}
