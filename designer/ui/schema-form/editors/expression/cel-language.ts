import type { languages as Languages } from 'monaco-editor/editor/editor.api';

export const CEL = 'cel';

/** How conditions are coloured. */
export const celTokens: Languages.IMonarchLanguage = {
  keywords: ['true', 'false', 'null', 'in'],
  macros: ['exists', 'all', 'exists_one', 'filter', 'map', 'has', 'size'],
  tokenizer: {
    root: [
      [
        /[a-zA-Z_]\w*/,
        { cases: { '@keywords': 'keyword', '@macros': 'type', '@default': 'identifier' } },
      ],
      [/\d+(\.\d+)?/, 'number'],
      [/"([^"\\]|\\.)*"|'([^'\\]|\\.)*'/, 'string'],
      [/["'].*$/, 'string.invalid'],
      [/\/\/.*$/, 'comment'],
      [/[{}()[\]]/, '@brackets'],
      [/&&|\|\||[=!<>]=?|[-+*/%?:]/, 'operator'],
    ],
  },
};

export const celBrackets: Languages.LanguageConfiguration = {
  comments: { lineComment: '//' },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
};
