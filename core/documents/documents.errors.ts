import { DomainError } from '@inning/sdk';

/** No template of that name, in no language at all. */
export class TemplateMissingError extends DomainError {
  readonly code = 'TEMPLATE_MISSING';
  readonly status = 404;

  constructor(template: string, language: string) {
    super(`There is no template "${template}".`, { template, language });
  }
}

/** The template itself is wrong; nobody's letter can be made with it until it is mended. */
export class TemplateInvalidError extends DomainError {
  readonly code = 'TEMPLATE_INVALID';
  readonly status = 422;

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`Template ${file}: ${problem}`, { file, problem }, options);
  }
}

/** The facts do not make a letter: something is missing, is not allowed or does not add up. */
export class LetterValuesInvalidError extends DomainError {
  readonly code = 'LETTER_VALUES_INVALID';
  readonly status = 422;

  constructor(field: string, problem: string) {
    super(`This letter cannot be made: ${field} ${problem}.`, { field, problem });
  }
}

/** A subject or an address with a line break or another hidden character could forge a header. */
export class HeaderUnsafeError extends DomainError {
  readonly code = 'HEADER_UNSAFE';
  readonly status = 422;

  constructor(header: string, problem: string) {
    super(`The ${header} of this mail ${problem}.`, { header, problem });
  }
}
