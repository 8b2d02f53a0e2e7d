import type { ReadStatement, CalendarDate } from '@inning/sdk';
import { readDetail, type TransactionDetail } from '../entry/transaction-details.ts';
import { find, type XmlElement } from '../xml/element.ts';
import type { ElementListener } from '../xml/parse-elements.ts';
import { dayOf } from './days.ts';
import { findBody } from './message-body.ts';
import { startStatement } from './read-statement.ts';
import type { Pause, References } from '@inning/sdk/bank';

type Statement = ReturnType<typeof startStatement>;

/** Listens to one message; what it heard becomes statements when it is settled, in the order of the file. */
export function startMessage({
  references,
  allowsParts,
}: {
  references: References;
  allowsParts: boolean;
}) {
  const body = findBody();
  const ended: { readonly statement: Statement; readonly line: number }[] = [];
  let statement: Statement | null = null;
  let details: TransactionDetail[] = [];
  let createdOn: CalendarDate | null = null;
  let statementCount = 0;

  const listener: ElementListener = {
    opens(name, tag) {
      if (statement !== null) return true;
      const kind = body.kind();
      if (!body.holds(name, tag) || kind === null) return false;
      if (name !== kind.statement) return name === 'GrpHdr';
      statementCount += 1;
      statement = startStatement(kind, { line: tag.line, createdOn, references, allowsParts });
      return false;
    },
    closes(name, line) {
      if (statement === null || name !== body.kind()?.statement) return;
      ended.push({ statement, line });
      statement = null;
    },
    piece(element) {
      if (statement === null) {
        createdOn = dayOf(find(element, 'CreDtTm'));
        return;
      }
      statement.add(element, details);
      details = [];
    },
    takes(element) {
      if (element.name !== 'TxDtls' || rootOf(element).name !== 'Ntry') return false;
      details.push(readDetail(element));
      return true;
    },
  };

  return {
    ...listener,
    /** Deals with what was heard since the last time; a statement comes out when it is complete. */
    *settle(): Generator<ReadStatement | Pause> {
      for (const one of ended.splice(0)) {
        yield* one.statement.settle();
        yield one.statement.finish(one.line);
      }
      if (statement !== null) yield* statement.settle();
    },
    /** Refuses a file that turned out to hold no statement. */
    end(): void {
      if (statementCount === 0) body.refuse();
    },
  };
}

function rootOf(element: XmlElement): XmlElement {
  let at = element;
  while (at.parent !== null) at = at.parent;
  return at;
}
