import { Stack, Text } from '@mantine/core';
import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly icon?: LucideIcon;
  /** What will be here. */
  readonly title: string;
  /** How to get it. */
  readonly hint?: string;
  readonly children?: ReactNode;
};

export function EmptyState({ icon: Icon = Inbox, title, hint, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} py={48} px="md" ta="center">
      <Icon size={28} strokeWidth={1.5} color="var(--quiet)" aria-hidden />
      <Text fw={600}>{title}</Text>
      {hint && (
        <Text className="quiet" maw={420}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}
