import { Progress, Text } from '@mantine/core';

/** Something that takes longer than a moment: what it is, and that it goes on. */
export function Working({ text }: { text: string }) {
  return (
    <div role="status">
      <Text fz="sm" mb={4}>
        {text}
      </Text>
      <Progress value={100} striped animated aria-label={text} />
    </div>
  );
}
