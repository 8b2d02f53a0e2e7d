import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';

type Line = Readonly<Record<'date' | 'debtor' | 'flow' | 'node' | 'event' | 'reason', string>>;

let folder: string;
let lines: Line[];
let said: string[];
let exitCode: number;

// One run for all of these: 75 days from Monday 2 March 2026 on the files in templates/samples.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-demo-'));
  const out: string[] = [];
  said = [];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void said.push(line),
    env: {},
    cwd: folder,
  };
  exitCode = await runCli(['demo', '--json', '--out', 'mails'], io);
  lines = out.map((line) => JSON.parse(line) as Line);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What happened to a debtor, without the waits that were over. */
const story = (debtor: string) =>
  lines
    .filter((line) => line.debtor === debtor && line.event !== 'reached')
    .map(({ date, flow, node, event }) => [date, flow, node, event].filter(Boolean).join(' '));

describe('the demo, checked by hand', () => {
  it('Friendly: reminder 1 after the usual term and 14 days, then 14, 14 and 7', () => {
    // Bakkerij Jansen paid four invoices after 34, 36, 32 and 35 days: 34 on average (34.25), variation
    // 1 day (1.48), so a steady payer: Friendly. Invoice of 10 February, due 12 March.
    //   starts      the day after the due date                               = 13 March
    //   reminder 1  latest of 10 Feb + 34 + 14 = 30 March, 12 March + 21     =  2 April (Thu)
    //   reminder 2  2 April + 14                                             = 16 April (Thu)
    //   reminder 3  16 April + 14                                            = 30 April (Thu)
    //   call        30 April + 7                                             =  7 May (Thu)
    expect(story('Bakkerij Jansen B.V.')).toEqual([
      '2026-03-13 friendly start started',
      '2026-04-02 friendly reminder-1 sent',
      '2026-04-16 friendly reminder-2 sent',
      '2026-04-30 friendly reminder-3 sent',
      '2026-05-07 friendly call planned',
      ...ended('2026-05-07 friendly'),
    ]);
  });

  it('Neutral: reminder 1 at 14 days, never before 30 after the invoice, then 7, 7 and 7', () => {
    // Sanne de Vries never paid before: unknown, so Neutral. Invoice of 6 February, due 20 February.
    //   starts      when the file is handed in, since the due date is past   =  2 March
    //   reminder 1  latest of 20 Feb + 14 = 6 March, 6 Feb + 30 = 8 March    =  8 March, a Sunday
    //               no contact on a Sunday: parked to the next day           =  9 March (Mon)
    //   reminder 2  7 days after the day it really happened: 9 March + 7     = 16 March (Mon)
    //   reminder 3  16 March + 7                                             = 23 March (Mon)
    //   call        23 March + 7                                             = 30 March (Mon)
    expect(story('Sanne de Vries')).toEqual([
      '2026-03-02 neutral start started',
      '2026-03-08 neutral reminder-1 parked',
      '2026-03-09 neutral reminder-1 sent',
      '2026-03-16 neutral reminder-2 sent',
      '2026-03-23 neutral reminder-3 sent',
      '2026-03-30 neutral call planned',
      ...ended('2026-03-30 neutral'),
    ]);
  });

  it('Strict: reminder 1 at 7 days, never before 30 after the invoice, then 3 and a call', () => {
    // Eetcafé Het Anker paid after 12, 95, 30 and 110 days: 62 on average (61.75), variation 42 days
    // (41.6), more than 30: erratic, so Strict. Invoice of 20 February, due 6 March.
    //   starts      the day after the due date                               =  7 March
    //   reminder 1  latest of 6 March + 7 = 13 March, 20 Feb + 30 = 22 March = 22 March, a Sunday
    //               parked to the next day                                   = 23 March (Mon)
    //   reminder 3  (2 is skipped) 23 March + 7                              = 30 March (Mon)
    //   call        30 March + 7 = 6 April, Easter Monday: parked            =  7 April (Tue)
    expect(story('Eetcafé Het Anker')).toEqual([
      '2026-03-07 strict start started',
      '2026-03-22 strict reminder-1 parked',
      '2026-03-23 strict reminder-1 sent',
      '2026-03-30 strict reminder-3 sent',
      '2026-04-06 strict call parked',
      '2026-04-07 strict call planned',
      ...ended('2026-04-07 strict'),
    ]);
  });

  it('counts from what is left when the oldest invoice is paid', () => {
    // Camping 't Zwaantje paid after 28, 61, 33 and 66 days: 47, variation 17: fluctuating, so Neutral.
    // Invoice A of 3 February, due 5 March: 5 March + 14 = 19 March, reminder 2 on 26 March. A is paid in
    // the statement of 27 March. Invoice B of 24 February, due 26 March, came due on the day of the last
    // letter, which did not ask for it; so B starts from the beginning: 26 March + 14 = 9 April.
    expect(story("Camping 't Zwaantje").slice(0, 9)).toEqual([
      '2026-03-06 neutral start started',
      '2026-03-19 neutral reminder-1 sent',
      '2026-03-26 neutral reminder-2 sent',
      '2026-03-27 payment',
      '2026-03-27 neutral wait-reminder-3 ended',
      '2026-03-27 neutral start started',
      '2026-04-09 neutral reminder-1 sent',
      '2026-04-16 neutral reminder-2 sent',
      '2026-04-23 neutral reminder-3 sent',
    ]);
  });
});

const ended = (at: string) => [`${at} end stopped`, `${at} end ended`];

describe('bank statements on the way', () => {
  it('stop whoever paid, before the next letter', () => {
    // Due 27 February, so reminder 1 on 15 March (13 Feb + 30), a Sunday: 16; the last one a week later.
    expect(story('Kapsalon Knip & Zo')).toEqual([
      '2026-03-02 strict start started',
      '2026-03-15 strict reminder-1 parked',
      '2026-03-16 strict reminder-1 sent',
      '2026-03-23 strict reminder-3 sent',
      '2026-03-27 payment',
      '2026-03-27 strict wait-call ended',
    ]);
  });

  it('book a part, and two invoices with one payment', () => {
    const paid = (debtor: string) =>
      lines.filter((line) => line.debtor === debtor && line.event === 'payment');

    expect(paid('Garage Van den Berg').map(({ date }) => date)).toEqual([
      '2026-03-27',
      '2026-05-08',
    ]);
    expect(paid('Smith & Partners Ltd')).toMatchObject([
      { date: '2026-04-10', reason: expect.stringContaining('2026-0108, 2026-0110') },
    ]);
    expect(paid('Bouwbedrijf Kuipers B.V.')).toMatchObject([{ date: '2026-04-24' }]);
  });

  it('hold reminders back where a payment is only plausible, and leave a stranger to a person', () => {
    expect(story('Schildersbedrijf De Kwast').at(-1)).toBe('2026-04-17 friendly reminder-1 parked');
    expect(lines.filter(({ event }) => event.startsWith('bank-line-'))).toMatchObject([
      { date: '2026-03-27', event: 'bank-line-unmatched', debtor: null },
      { date: '2026-04-10', event: 'bank-line-plausible', debtor: null },
    ]);
  });
});

describe('what the demo leaves behind', () => {
  it('is one object per line with the promised keys in front, and remarks beside it', () => {
    expect(exitCode).toBe(0);
    for (const line of lines) {
      const keys = Object.keys(line).slice(0, 6);
      expect(keys).toEqual(['date', 'debtor', 'flow', 'node', 'event', 'reason']);
    }
    const sent = lines.filter(({ event }) => event === 'sent').length;
    expect(said).toContain(`Verstuurd: ${sent} e-mails`);
    const parked = lines.filter(({ reason }) => /geen contact|Vandaag is het/.test(reason)).length;
    expect(said).toContain(`Geparkeerd door het contactvenster: ${parked} keer`);
  });

  it('is every mail as a file that sorts by day', async () => {
    const files = (await readdir(join(folder, 'mails'))).sort();

    expect(files).toHaveLength(lines.filter(({ event }) => event === 'sent').length);
    expect(files[0]).toBe('2026-03-09-10003-first-reminder.eml');
    const mail = await PostalMime.parse(await readFile(join(folder, 'mails', files[0] ?? '')));
    expect(mail.to?.[0]?.address).toBe('sanne.devries@postbus.example');
    expect(mail.date).toBe('2026-03-09T08:00:00.000Z');
    expect(mail.text).toContain('184,50');
  });
});
