import { Schema, type SchemaType, Types } from 'mongoose';

export type FillRow = {
  /** The id of the row that a reference points to. */
  readonly referTo: (collection: string) => Types.ObjectId | null;
  /** Makes texts and numbers of this row its own, for unique indexes. */
  readonly mark: string;
};

const DAY = '2026-01-05';
const INSTANT = new Date('2026-01-05T10:00:00Z');
const TEXTS = [DAY, 'nl', 'EUR', 'NL', 'invoice', '#123456', 'a@example.nl', 'abc'];

/**
 * A row that fits a schema, made from the schema alone, so that a new noun needs no new code here.
 * Lists of sub-documents get one, so that there is something to ask for by its id.
 */
export function fillRow(schema: Schema, fill: FillRow): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  schema.eachPath((path, type) => {
    if (path === '_id' || path.includes('$')) return;
    const value = valueFor(path, type, fill);
    if (value !== undefined) assign(row, path, value);
  });
  return row;
}

// oxlint-disable-next-line complexity -- one line per kind of field
function valueFor(path: string, type: SchemaType, fill: FillRow): unknown {
  const { ref } = type.options as { ref?: string };
  if (typeof ref === 'string') {
    return fill.referTo(ref) ?? (type.isRequired ? new Types.ObjectId() : undefined);
  }
  if (type.instance === 'Array') return listFor(type, fill);
  // Not marked as required, because the store writes it in every row.
  if (path === 'createdAt') return INSTANT;
  if (!type.isRequired) return undefined;
  if (type.instance === 'String') return textFor(path, type, fill.mark);
  if (type.instance === 'Number') return 1;
  if (type.instance === 'Date') return INSTANT;
  if (type.instance === 'Boolean') return false;
  if (type.instance === 'ObjectId') return fill.referTo(nounOf(path)) ?? new Types.ObjectId();
  if (type.instance === 'Embedded') return fillRow(type.schema ?? new Schema(), fill);
  // What a schema leaves open is nearly always a message.
  return { code: 'access.test' };
}

/** `fileId` is made to point to a stored file, as if it said so. */
const nounOf = (path: string) =>
  path.endsWith('fileId') ? 'stored-files' : `${path.replace(/Id$/, '')}s`;

function listFor(type: SchemaType, fill: FillRow): unknown {
  if (!type.schema || !type.schema.path('_id')) return undefined;
  return [{ _id: new Types.ObjectId(), ...fillRow(type.schema, fill) }];
}

function textFor(path: string, type: SchemaType, mark: string): string {
  const { enum: allowed, match } = type.options as { enum?: readonly string[]; match?: RegExp };
  if (Array.isArray(allowed)) return String(allowed.find((one) => one !== null));
  const candidates = [`${path}-${mark}`.toLowerCase(), ...TEXTS];
  return candidates.find((text) => fits(type, text, match)) ?? DAY;
}

function fits(type: SchemaType, text: string, match: RegExp | undefined): boolean {
  if (match && !match.test(text)) return false;
  // Mongoose leaves it out of its types.
  const { doValidateSync } = type as unknown as { doValidateSync(value: unknown): unknown };
  return !doValidateSync.call(type, text);
}

function assign(row: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    row[first] = value;
    return;
  }
  const inner = (row[first] ??= {}) as Record<string, unknown>;
  assign(inner, rest.join('.'), value);
}
