import { type Static, Type } from '@inning/sdk';
import { Value } from 'typebox/value';
import { SIGNATURES_PATH } from '../archive/package-paths.ts';
import { readJson } from '../manifest/canonical-json.ts';
import type { PackageSignature } from '../package-types.ts';
import { PackageInvalidError } from '../packages.errors.ts';

const base64 = (length: number) =>
  Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', minLength: length, maxLength: length });

const SignaturesSchema = Type.Array(
  Type.Object(
    {
      role: Type.Union([Type.Literal('publisher'), Type.Literal('counter')]),
      publicKey: base64(44),
      manifestSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      signature: base64(88),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 9 },
);

/** The publisher's signature comes first and is one; those who vouch follow in order of their keys. */
export function readSignatures(bytes: Uint8Array): PackageSignature[] {
  const value = readJson(SIGNATURES_PATH, bytes);
  for (const { instancePath, message } of Value.Errors(SignaturesSchema, value)) {
    throw new PackageInvalidError(`${SIGNATURES_PATH} at ${instancePath || '/'}`, message);
  }
  const signatures = value as Static<typeof SignaturesSchema>;
  const [first, ...others] = signatures;
  if (first?.role !== 'publisher' || others.some(({ role }) => role !== 'counter')) {
    throw new PackageInvalidError(SIGNATURES_PATH, 'does not start with its one publisher');
  }
  const keys = others.map(({ publicKey }) => publicKey);
  const isOrdered = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
  if (!isOrdered || keys.includes(first.publicKey)) {
    throw new PackageInvalidError(SIGNATURES_PATH, 'has a key twice, or keys in another order');
  }
  return signatures;
}
