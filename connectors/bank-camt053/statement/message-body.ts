import { CamtProblem } from '../camt-problem.ts';
import type { OpenTag } from '../xml/parse-elements.ts';

export type MessageKind = {
  /** The element that is one statement. */
  readonly statement: string;
  readonly number: '052' | '053' | '054';
  /** With its version where the file says it: `CAMT.053.001.02`. */
  readonly format: string;
};

/** What holds the statements in each kind of message; version 1 puts `V01` behind the name. */
const KINDS: Readonly<Record<string, Omit<MessageKind, 'format'>>> = {
  BkToCstmrStmt: { statement: 'Stmt', number: '053' },
  BkToCstmrAcctRpt: { statement: 'Rpt', number: '052' },
  BkToCstmrDbtCdtNtfctn: { statement: 'Ntfctn', number: '054' },
};

/** Finds the part of the file that holds the statements, also when the message is in an envelope. */
export function findBody() {
  let root: { name: string; line: number } | null = null;
  let documentTag: OpenTag | null = null;
  let body: { kind: MessageKind; depth: number } | null = null;

  return {
    kind: () => body?.kind ?? null,
    /** True for an element that lies directly in the body. */
    holds(name: string, tag: OpenTag): boolean {
      if (body !== null) return tag.depth === body.depth + 1;
      root ??= { name, line: tag.line };
      if (documentTag === null) {
        if (name === 'Document') documentTag = tag;
      } else if (tag.depth === documentTag.depth + 1) {
        body = { kind: kindOf(name, tag, documentTag.namespace), depth: tag.depth };
      }
      return false;
    },
    /** Says why there was no statement to read. */
    refuse(): never {
      if (documentTag !== null || root === null) {
        const place = { line: documentTag?.line ?? 1, field: 'Document' };
        throw new CamtProblem('There is no statement in this file.', place);
      }
      const { name, line } = root;
      const problem = `The root element is <${name}>; a bank statement has <Document>.`;
      throw new CamtProblem(problem, { line });
    },
  };
}

function kindOf(name: string, tag: OpenTag, namespace: string | null): MessageKind {
  const kind = KINDS[name.replace(/V\d+$/, '')];
  const version = /:xsd:([a-z]+\.\d{3}[.\d]*)/.exec(namespace ?? '')?.[1];
  const message = version?.slice(0, 'camt.053'.length);
  if (kind !== undefined && (message === undefined || message === `camt.${kind.number}`)) {
    return { ...kind, format: (version ?? `camt.${kind.number}`).toUpperCase() };
  }
  const why = kind === undefined ? '' : ` with the contents of camt.${kind.number}`;
  throw new CamtProblem(
    `This is a ${message ?? `<${name}>`} message${why}, not a bank statement.`,
    {
      line: tag.line,
      field: `Document/${name}`,
    },
  );
}
