import { useTranslation } from 'react-i18next';
import type { Communication } from '../../api/communications.ts';
import { StateBadge, type Tone } from '../../ui/values/StateBadge.tsx';

const TONES: Record<Communication['state'], Tone> = {
  reserved: 'quiet',
  sending: 'quiet',
  sent: 'good',
  refused: 'broken',
  withdrawn: 'quiet',
  ambiguous: 'late',
};

export function CommunicationState({ of }: { of: Communication }) {
  const { t } = useTranslation();
  if (of.returnedOn) return <StateBadge tone="broken">{t('communication.returned')}</StateBadge>;
  return <StateBadge tone={TONES[of.state]}>{t(`communication.${of.state}`)}</StateBadge>;
}
