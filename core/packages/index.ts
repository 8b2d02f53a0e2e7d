export { CODE_PATH, ICON_PATH, PACKAGE_SIZE_MAX, README_PATH } from './archive/package-paths.ts';
export { askTexts } from './judging/asks.texts.ts';
export { type AsksChange, compareAsks, isNothing, NO_ASKS } from './judging/compare-asks.ts';
export {
  type InstalledPackage,
  type JudgeOptions,
  type Judgement,
  judgePackage,
} from './judging/judge-package.ts';
export { type AskLine, sayAsks } from './judging/say-asks.ts';
export { allAsksOf, asksOf } from './manifest/asks-of.ts';
export { compareWithCode } from './manifest/compare-with-code.ts';
export { createManifest } from './manifest/create-manifest.ts';
export type * from './package-types.ts';
export * from './packages.errors.ts';
export { type BundleOptions, bundlePlugin } from './pack/bundle-plugin.ts';
export { type PackedPlugin, type PackOptions, packPlugin } from './pack/pack-plugin.ts';
export { readPackage } from './read-package.ts';
export {
  createKeyPair,
  keyIdOf,
  publicKeyOf,
  readPrivateKey,
  readPublicKey,
} from './signing/keys.ts';
export { counterSignPackage, signPackage } from './signing/sign-package.ts';
export { readPackageFile } from './read-package-file.ts';
export { checkRotation, type KeyRotation, rotateKey } from './signing/rotation.ts';
export { createTrust } from './trust/create-trust.ts';
export { type Publisher, publishers } from './trust/publisher.model.ts';
export { publisherRoutes } from './trust/publishers.routes.ts';
export { type Revocation, type RevocationKind, revocations } from './trust/revocation.model.ts';
export { revocationRoutes } from './trust/revocations.routes.ts';
export * from './trust/trust.errors.ts';
export {
  createTrustService,
  type NewRevocation,
  type TrustService,
} from './trust/trust.service.ts';
export { verifyPackage } from './verify-package.ts';
export { writePackage } from './write-package.ts';
