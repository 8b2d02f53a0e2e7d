import { DomainError } from '@inning/sdk';

type Named = { readonly pluginId: string; readonly credential: string };

/** The plugin declares no such credential. */
export class CredentialNotFoundError extends DomainError {
  readonly code = 'CREDENTIAL_NOT_FOUND';
  readonly status = 404;

  constructor({ pluginId, credential }: Named) {
    super(`Plugin ${pluginId} has no credential of that name.`, {
      pluginId,
      credential: credential.slice(0, 60),
    });
  }
}

/** Nothing was entered yet, or nobody signed in at the other side yet. */
export class CredentialMissingError extends DomainError {
  readonly code = 'CREDENTIAL_MISSING';
  readonly status = 409;

  constructor({ pluginId, credential }: Named) {
    super(
      `The credential "${credential}" of plugin ${pluginId} is not there yet: enter it in the settings of the plugin.`,
      { pluginId, credential },
    );
  }
}

/** The other side took the access back, or it ran out: a person signs in there again. */
export class CredentialExpiredError extends DomainError {
  readonly code = 'CREDENTIAL_EXPIRED';
  readonly status = 409;

  constructor({ pluginId, credential }: Named) {
    super(
      `The access of plugin ${pluginId} with the credential "${credential}" has ended: sign in again in the settings of the plugin.`,
      { pluginId, credential },
    );
  }
}

/** The other side does not take the client id or secret, or what was asked for. */
export class CredentialRefusedError extends DomainError {
  readonly code = 'CREDENTIAL_REFUSED';
  readonly status = 422;

  /** `reason` is an error code of OAuth 2, never a text of the other side. */
  constructor({ pluginId, credential }: Named, reason: string) {
    super(
      `The other side refused the credential "${credential}" of plugin ${pluginId} (${reason}).`,
      { pluginId, credential, reason },
    );
  }
}

/** Signing in at the other side has to be started here, by the same person, and within ten minutes. */
export class CredentialSignInUnknownError extends DomainError {
  readonly code = 'CREDENTIAL_SIGN_IN_UNKNOWN';
  readonly status = 422;

  constructor({ pluginId, credential }: Named) {
    super('This sign-in was not started here, was used before, or took too long. Start it again.', {
      pluginId,
      credential: credential.slice(0, 60),
    });
  }
}

/** Only with OAuth 2 somebody signs in at the other side. */
export class CredentialWithoutSignInError extends DomainError {
  readonly code = 'CREDENTIAL_WITHOUT_SIGN_IN';
  readonly status = 422;

  constructor({ pluginId, credential }: Named) {
    super(`For the credential "${credential}" of plugin ${pluginId} nobody signs in.`, {
      pluginId,
      credential,
    });
  }
}
