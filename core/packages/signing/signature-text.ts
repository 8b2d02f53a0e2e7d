import type { PackageSignature } from '../package-types.ts';

/** What a publisher signs: one content, and nothing that could be taken for another statement. */
export const publisherText = (manifestSha256: string): string =>
  `inning package 1: published\n${manifestSha256}\n`;

/** What somebody else signs who vouches for it: that content as this publisher signed it. */
export const counterText = (published: PackageSignature): string =>
  `inning package 1: seen\n${published.manifestSha256}\n${published.publicKey}\n${published.signature}\n`;
