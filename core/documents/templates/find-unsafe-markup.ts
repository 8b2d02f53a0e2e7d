const RULES: readonly (readonly [RegExp, string])[] = [
  [
    /<\s*(script|iframe|object|embed|form|link|base|svg)\b/i,
    'holds an element that a letter may not have',
  ],
  [/<[^>]*\son[a-z]+\s*=/i, 'holds an event handler'],
  [/(?:javascript|vbscript)\s*:/i, 'holds a link that runs a script'],
  [/data:text/i, 'holds a link to a hidden page'],
  [/@import\b/i, 'brings in a style sheet from elsewhere'],
  [/url\(\s*['"]?\s*(?!data:image\/)[^)\s]/i, 'brings in a picture or font from elsewhere'],
  [
    /\s(?:src|background|srcset|poster)\s*=\s*["']?\s*(?:https?:)?\/\//i,
    'brings in a picture from elsewhere',
  ],
];

/**
 * What a compiled letter must not hold. MJML is no sanitiser: it lets scripts and outside pictures
 * through. Pictures may only come in through a value, such as the creditor's logo.
 */
export function findUnsafeMarkup(html: string): string[] {
  return RULES.filter(([pattern]) => pattern.test(html)).map(([, problem]) => problem);
}
