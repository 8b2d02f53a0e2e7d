import type { KeyObject } from 'node:crypto';
import { type Static, Type } from '@inning/sdk';
import { Value } from 'typebox/value';
import { KeyRotationInvalidError } from '../packages.errors.ts';
import { isSignedBy, publicKeyOf, signText } from './keys.ts';

const Key = Type.String({ minLength: 44, maxLength: 44, description: '32 bytes as base64' });
const Signature = Type.String({ minLength: 88, maxLength: 88, description: '64 bytes as base64' });

/** How a publisher says that a new key is theirs as well: both keys sign that one follows the other. */
export const KeyRotationSchema = Type.Object(
  {
    format: Type.Literal(1),
    oldKey: Key,
    newKey: Key,
    oldSignature: Signature,
    newSignature: Signature,
  },
  { additionalProperties: false },
);
export type KeyRotation = Static<typeof KeyRotationSchema>;

export function rotateKey(oldKey: KeyObject, newKey: KeyObject): KeyRotation {
  const keys = { oldKey: publicKeyOf(oldKey), newKey: publicKeyOf(newKey) };
  const text = rotationText(keys);
  return {
    format: 1,
    ...keys,
    oldSignature: signText(oldKey, text),
    newSignature: signText(newKey, text),
  };
}

/** Throws KeyRotationInvalidError unless both keys signed this very statement. */
export function checkRotation(value: unknown): KeyRotation {
  if (!Value.Check(KeyRotationSchema, value)) {
    throw new KeyRotationInvalidError('this is not a statement about two keys');
  }
  const text = rotationText(value);
  if (value.oldKey === value.newKey) throw new KeyRotationInvalidError('it is the old key itself');
  if (!isSignedBy(value.oldKey, { text, signature: value.oldSignature })) {
    throw new KeyRotationInvalidError('the old key did not sign that');
  }
  if (!isSignedBy(value.newKey, { text, signature: value.newSignature })) {
    throw new KeyRotationInvalidError('the new key did not sign that');
  }
  return value;
}

const rotationText = ({ oldKey, newKey }: Pick<KeyRotation, 'oldKey' | 'newKey'>): string =>
  `inning key rotation 1\n${oldKey}\n${newKey}\n`;
