import type { BankStatement, CalendarDate } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { readDetail, type TransactionDetail } from '../entry/transaction-details.ts';
import { find, type XmlElement } from '../xml/element.ts';
import type { ElementListener, OpenTag } from '../xml/parse-elements.ts';
import { dayOf } from './days.ts';
import { type MessageKind, startStatement } from './read-statement.ts';
import type { References } from './references.ts';

/** What holds the statements in each kind of message; version 1 puts `V01` behind the name. */
const KINDS: Readonly<Record<string, MessageKind>> = {
  BkToCstmrStmt: { statement: 'Stmt', number: '053' },
  BkToCstmrAcctRpt: { statement: 'Rpt', number: '052' },
  BkToCstmrDbtCdtNtfctn: { statement: 'Ntfctn', number: '054' },
};

/** Listens to one message and hands over its statements, in the order of the file. */
export function startMessage(references: References, handOver: (statement: BankStatement) => void) {
  let root: { name: string; line: number } | null = null;
  let documentTag: OpenTag | null = null;
  let body: { kind: MessageKind; depth: number } | null = null;
  let statement: ReturnType<typeof startStatement> | null = null;
  let details: TransactionDetail[] = [];
  let createdOn: CalendarDate | null = null;
  let statementCount = 0;

  const listener: ElementListener = {
    opens(name, tag) {
      root ??= { name, line: tag.line };
      if (statement !== null) return true;
      if (body !== null) {
        if (tag.depth !== body.depth + 1) return false;
        if (name !== body.kind.statement) return name === 'GrpHdr';
        statementCount += 1;
        statement = startStatement(body.kind, { line: tag.line, createdOn, references });
        return false;
      }
      // The message may stand in an envelope; what is around it is not looked at.
      if (documentTag === null) {
        if (name === 'Document') documentTag = tag;
        return false;
      }
      if (tag.depth === documentTag.depth + 1) {
        body = { kind: kindOf(name, tag, documentTag.namespace), depth: tag.depth };
      }
      return false;
    },
    closes(name, line) {
      if (statement === null || name !== body?.kind.statement) return;
      handOver(statement.finish(line));
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
    /** Refuses a file that turned out to hold no statement. */
    end(): void {
      if (statementCount > 0) return;
      if (documentTag === null && root !== null) {
        const { name, line } = root;
        throw new CamtProblem(`The root element is <${name}>; a bank statement has <Document>.`, {
          line,
        });
      }
      throw new CamtProblem('There is no statement in this file.', {
        line: documentTag?.line ?? 1,
        field: 'Document',
      });
    },
  };
}

function kindOf(name: string, tag: OpenTag, namespace: string | null): MessageKind {
  const kind = KINDS[name.replace(/V\d+$/, '')];
  const place = { line: tag.line, field: `Document/${name}` };
  const message = /:xsd:([a-z]+\.\d{3})\b/.exec(namespace ?? '')?.[1];
  if (kind === undefined || (message !== undefined && message !== `camt.${kind.number}`)) {
    const what = message ?? `<${name}>`;
    const why = kind === undefined ? '' : ` with the contents of camt.${kind.number}`;
    throw new CamtProblem(`This is a ${what} message${why}, not a bank statement.`, place);
  }
  return kind;
}

function rootOf(element: XmlElement): XmlElement {
  let at = element;
  while (at.parent !== null) at = at.parent;
  return at;
}
