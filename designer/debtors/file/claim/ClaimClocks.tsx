import { Group, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import type { Claim, LegalClock } from '../../../api/claims.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { Section } from '../../../ui/layout/Section.tsx';
import { Day } from '../../../ui/values/Day.tsx';
import { Facts } from '../../../ui/values/Facts.tsx';
import { useFormat, useLocale } from '../../../ui/values/format.ts';
import { StateBadge } from '../../../ui/values/StateBadge.tsx';
import { AskReason, type Asked } from './AskReason.tsx';
import styles from './claim.module.css';

/** The legal clock: from when costs may be claimed, how that was counted, and what a person knows more. */
export function ClaimClocks({ claim, debtorId }: { claim: Claim; debtorId: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('claim.clocks')}>
      {claim.clocks.length === 0 && <Text className="quiet">{t('claim.noClock')}</Text>}
      {claim.clocks.map((clock) => (
        <Clock key={clock.announcementId} clock={clock} debtorId={debtorId} />
      ))}
    </Section>
  );
}

function Clock({ clock, debtorId }: { clock: LegalClock; debtorId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const { sentOn, deliveredOn, lastDayOn, claimableOn, refusal, announcedCents } = clock;
  const day = (on: string | null) => (on ? <Day on={on} relative /> : null);
  return (
    <div className={styles.clock}>
      <Group gap="xs">
        <StateBadge tone={clock.state === 'claimable' ? 'late' : 'quiet'}>
          {t(`invoices.costs.${clock.state}`)}
        </StateBadge>
        <Text>{clock.numbers.join(', ')}</Text>
      </Group>
      <Facts
        rows={[
          [t('claim.announcedOn'), day(clock.announcedOn)],
          [t('claim.sentOn'), day(sentOn)],
          [t('claim.deliveredOn'), day(deliveredOn)],
          [t('claim.returnedOn'), day(clock.returnedOn)],
          [t('claim.lastDayOn'), day(lastDayOn)],
          [t('claim.claimableOn'), day(claimableOn)],
          [t('claim.costs'), announcedCents > 0 ? format.money(announcedCents) : null],
          [t('claim.by'), [clock.by, clock.reason].filter(Boolean).join(': ')],
        ]}
      />
      {refusal && <Text style={{ color: 'var(--late)' }}>{t(`claim.refusals.${refusal}`)}</Text>}
      <ol className={styles.steps}>
        {clock.steps.map((step) => (
          <li key={localize(step, locale)}>{localize(step, locale)}</li>
        ))}
      </ol>
      {clock.ground && (
        <div className={styles.why}>
          {localize(clock.ground.sentence, locale)} ({clock.ground.article})
        </div>
      )}
      <ClockActions clock={clock} debtorId={debtorId} />
    </div>
  );
}

/** What a person may know or decide; every change asks for its reason. */
function ClockActions({ clock, debtorId }: { clock: LegalClock; debtorId: string }) {
  const { t } = useTranslation();
  if (!useMayWrite()) return null;
  const { announcementId, invoiceIds, sentOn, returnedOn, state } = clock;
  const letter = `debtors/${debtorId}/announcements/${announcementId}`;
  const setState = (to: string) => (asked: Asked) =>
    invoiceIds.map((id) => ({
      path: `invoices/${id}/cost-state`,
      body: { state: to, reason: asked.reason },
    }));
  const news = (what: string) => (asked: Asked) => [{ path: `${letter}/${what}`, body: asked }];
  return (
    <Group gap="xs" mt="xs" className={styles.actions ?? ''}>
      {sentOn && !returnedOn && (
        <>
          <AskReason label={t('claim.receipt')} asksDay toChanges={news('receipt')} />
          <AskReason label={t('claim.return')} asksDay toChanges={news('return')} />
        </>
      )}
      {returnedOn && <AskReason label={t('claim.undoReturn')} toChanges={news('return/undo')} />}
      {state === 'announced' && (
        <AskReason label={t('claim.makeClaimable')} toChanges={setState('claimable')} />
      )}
      {state === 'claimable' && (
        <AskReason label={t('claim.backToAnnounced')} toChanges={setState('announced')} />
      )}
      {state !== 'none' && <AskReason label={t('claim.reset')} toChanges={setState('none')} />}
      {state === 'claimable' && (
        <AskReason
          label={t('claim.waive')}
          toChanges={({ reason }) =>
            invoiceIds.map((id) => ({
              path: `invoices/${id}/waive`,
              body: { part: 'costs', reason },
            }))
          }
        />
      )}
    </Group>
  );
}
