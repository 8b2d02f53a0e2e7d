import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingMail } from '@inning/sdk';

export const AGENCY = 'a'.repeat(24);
export const OTHER_AGENCY = 'b'.repeat(24);

export const mail = (key: string, change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  key,
  agencyId: AGENCY,
  sentAt: new Date('2026-03-02T08:00:00Z'),
  messageId: `<${key.replace(/[^\w-]/g, '')}@deketting.example>`,
  from: { name: 'Fietsenmakerij De Ketting', address: 'administratie@deketting.example' },
  to: { address: 'jan@voorbeeld.example' },
  subject: `Herinnering ${key}`,
  html: '<p>Nog te betalen: <b>€ 184,95</b></p><script>alert(1)</script>',
  text: 'Nog te betalen: € 184,95\n',
  attachments: [],
  ...change,
});

export function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), 'inning-mailbox-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
