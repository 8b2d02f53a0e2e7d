import { Badge } from '@mantine/core';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  Clock3,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'late' | 'broken' | 'quiet' | 'paused' | 'plain';

const LOOKS: Record<Tone, { icon: LucideIcon; text: string; ground: string }> = {
  good: { icon: CircleCheck, text: 'var(--good)', ground: '#e7f4ec' },
  late: { icon: Clock3, text: 'var(--late)', ground: '#fdf1dc' },
  broken: { icon: CircleAlert, text: 'var(--broken)', ground: '#fdebe9' },
  paused: { icon: CirclePause, text: '#3c4a8a', ground: '#ebeefb' },
  quiet: { icon: CircleDashed, text: 'var(--quiet)', ground: 'var(--mantine-color-gray-1)' },
  plain: { icon: CircleDashed, text: 'var(--quiet)', ground: 'transparent' },
};

/** A state in a colour, always with an icon and a word beside it. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { icon: Icon, text, ground } = LOOKS[tone];
  return (
    <Badge
      tt="none"
      fw={500}
      size="lg"
      fz="xs"
      px={8}
      style={{ color: text, background: ground, minWidth: 'max-content' }}
      leftSection={<Icon size={13} aria-hidden />}
    >
      {children}
    </Badge>
  );
}
