import { DomainError } from '@inning/sdk';

/** The file is not a package, or not one as it must be written; `details.place` names the place. */
export class PackageInvalidError extends DomainError {
  readonly code = 'PACKAGE_INVALID';
  readonly status = 422;

  constructor(place: string, problem: string, options?: ErrorOptions) {
    super(`This is not a right package: ${place} ${problem}.`, { place, problem }, options);
  }
}

/** The content is not what its publisher signed; `details.place` names the file. */
export class PackageModifiedError extends DomainError {
  readonly code = 'PACKAGE_MODIFIED';
  readonly status = 422;

  constructor(place: string) {
    super(`This package was changed after it was made: ${place} is not what was signed for.`, {
      place,
    });
  }
}

/** Nobody signed the package. */
export class PackageUnsignedError extends DomainError {
  readonly code = 'PACKAGE_UNSIGNED';
  readonly status = 422;

  constructor(pluginId: string) {
    super(`Nobody signed this package of plugin ${pluginId}.`, { pluginId });
  }
}

/** A signature in the package was not made with the key it names. */
export class PackageWronglySignedError extends DomainError {
  readonly code = 'PACKAGE_WRONGLY_SIGNED';
  readonly status = 422;

  constructor(keyId: string) {
    super(`The signature under this package was not made with the key ${keyId}.`, { keyId });
  }
}

/** The package is signed, by a key that the operator does not trust. */
export class PublisherUnknownError extends DomainError {
  readonly code = 'PUBLISHER_UNKNOWN';
  readonly status = 422;

  constructor(keyId: string) {
    super(`This package is signed by somebody who is not trusted here, with the key ${keyId}.`, {
      keyId,
    });
  }
}

/** The key, the version or the content was withdrawn; `details.reason` says why. */
export class PackageRevokedError extends DomainError {
  readonly code = 'PACKAGE_REVOKED';
  readonly status = 422;

  constructor(what: string, reason: string) {
    super(`${what} was revoked: ${reason}.`, { what, reason });
  }
}

/** An older version than the installed one, which may have faults that were mended since. */
export class PackageDowngradedError extends DomainError {
  readonly code = 'PACKAGE_DOWNGRADED';
  readonly status = 409;

  constructor(
    pluginId: string,
    versions: { readonly installed: string; readonly offered: string },
  ) {
    const { installed, offered } = versions;
    super(`Plugin ${pluginId} is installed as ${installed}; ${offered} is older.`, {
      pluginId,
      installed,
      offered,
    });
  }
}

/** Other content under a version that is installed already. */
export class PackageVersionReusedError extends DomainError {
  readonly code = 'PACKAGE_VERSION_REUSED';
  readonly status = 409;

  constructor(pluginId: string, version: string) {
    super(`Version ${version} of plugin ${pluginId} is installed with other content.`, {
      pluginId,
      version,
    });
  }
}

/** An update that comes from somebody else than the publisher of the installed version. */
export class PublisherChangedError extends DomainError {
  readonly code = 'PUBLISHER_CHANGED';
  readonly status = 409;

  constructor(pluginId: string) {
    super(
      `Plugin ${pluginId} is installed from another publisher, and updates come from that one.`,
      {
        pluginId,
      },
    );
  }
}

/** The plugin is made for another version of the SDK than this installation has. */
export class PackageUnsuitableError extends DomainError {
  readonly code = 'PACKAGE_UNSUITABLE';
  readonly status = 422;

  constructor(pluginId: string, versions: { readonly wanted: string; readonly present: string }) {
    const { wanted, present } = versions;
    super(`Plugin ${pluginId} is made for SDK ${wanted}, and this is SDK ${present}.`, {
      pluginId,
      wanted,
      present,
    });
  }
}

/** The code says something else of itself than the manifest; `details.place` names what. */
export class ManifestDiffersError extends DomainError {
  readonly code = 'MANIFEST_DIFFERS';
  readonly status = 422;

  constructor(pluginId: string, place: string) {
    super(`The manifest of plugin ${pluginId} does not say what its code says: ${place} differs.`, {
      pluginId,
      place,
    });
  }
}

/** The folder cannot be made into a package; the message names what is missing or wrong. */
export class PluginNotPackableError extends DomainError {
  readonly code = 'PLUGIN_NOT_PACKABLE';
  readonly status = 422;
}

/** The file does not hold a key of the kind that signs packages. */
export class KeyUnreadableError extends DomainError {
  readonly code = 'KEY_UNREADABLE';
  readonly status = 422;

  constructor(problem: string, options?: ErrorOptions) {
    super(`This is not a key that signs packages: ${problem}.`, { problem }, options);
  }
}

/** The statement by which a new key takes over from an old one does not hold. */
export class KeyRotationInvalidError extends DomainError {
  readonly code = 'KEY_ROTATION_INVALID';
  readonly status = 422;

  constructor(problem: string) {
    super(`The new key cannot take over: ${problem}.`, { problem });
  }
}
