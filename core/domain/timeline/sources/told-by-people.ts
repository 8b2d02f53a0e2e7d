import { message } from '@inning/sdk';
import { contactRecords } from '../../contact-records/index.ts';
import { disputes } from '../../disputes/index.ts';
import { tasks } from '../../tasks/index.ts';
import { entry, MOST_ENTRIES, type OwnSource, type TimelineEntry } from '../timeline-entry.ts';

/** Tasks that were made and done. */
export const toldByTasks: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const rows = await store
      .table(tasks)
      .in(scope)
      .find({ debtorId }, { sort: { createdAt: -1 }, limit: MOST_ENTRIES });
    return rows.flatMap((task) => {
      const id = task._id.toHexString();
      const facts = { title: task.title, dueOn: task.dueOn };
      // An automatic task says why it is there; that sentence is better than its title.
      const because = task.isAutomatic ? (task.because as TimelineEntry['said'] | null) : null;
      const said = because ?? message('timeline.task-created', facts);
      const told = [entry(id, 'task', { at: task.createdAt, said, by: task.createdBy })];
      if (task.doneAt) {
        const end = because
          ? message(`timeline.task-${task.state}-untitled`)
          : message(`timeline.task-${task.state}`, facts);
        told.push(
          entry(`${id}:end`, 'task', { at: task.doneAt, said: end, by: task.doneBy ?? null }),
        );
      }
      return told;
    });
  },
});

/** What the debtor contested, and how that ended. */
export const toldByDisputes: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const rows = await store.table(disputes).in(scope).find({ debtorId }, { limit: MOST_ENTRIES });
    return rows.flatMap((row) => {
      const id = row._id.toHexString();
      const facts = { reason: row.reason, count: row.invoiceIds.length, note: row.note ?? null };
      const opened = message('timeline.dispute-opened', facts);
      const told = [entry(id, 'dispute', { at: row.openedAt, said: opened, by: row.openedBy })];
      if (row.settledAt) {
        const said = message(`timeline.dispute-${row.outcome ?? 'withdrawn'}`, facts);
        const by = row.settledBy ?? null;
        told.push(entry(`${id}:settled`, 'dispute', { at: row.settledAt, said, by }));
      }
      return told;
    });
  },
});

/** Lines that people wrote in the file. */
export const toldByRecords: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const rows = await store
      .table(contactRecords)
      .in(scope)
      .find({ debtorId }, { sort: { at: -1 }, limit: MOST_ENTRIES });
    return rows.map((row) => {
      const withName = row.contactName ? '-with' : '';
      const facts = { text: row.text, contactName: row.contactName ?? null };
      return entry(row._id.toHexString(), 'contact-record', {
        at: row.at,
        said: message(`timeline.${row.kind}${withName}`, facts),
        by: row.by,
      });
    });
  },
});
