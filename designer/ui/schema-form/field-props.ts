import type { FieldSchema } from './read-schema.ts';

export type FieldProps = {
  readonly name: string;
  readonly path: string;
  readonly schema: FieldSchema;
  readonly label: string;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly problems: Readonly<Record<string, string>>;
  /** The settings it stands among. */
  readonly siblings: Readonly<Record<string, unknown>>;
  /** True when null is a value of it. */
  readonly isNullable: boolean;
  /** `undefined` leaves the field out. */
  readonly onChange: (value: unknown) => void;
};
