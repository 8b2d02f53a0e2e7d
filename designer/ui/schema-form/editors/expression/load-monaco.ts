import { loader } from '@monaco-editor/react';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/wordOperations/register';
import * as monaco from 'monaco-editor/editor/editor.api';
// oxlint-disable-next-line import/default -- made by the build from the worker's file
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { CEL, celBrackets, celTokens } from './cel-language.ts';
import { suggestionsAfter } from './complete.ts';

// The worker comes from this server: without this the editor would look for it elsewhere.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };
// And by itself the wrapper would fetch the whole editor from another server.
loader.config({ monaco });

monaco.languages.register({ id: CEL });
monaco.languages.setMonarchTokensProvider(CEL, celTokens);
monaco.languages.setLanguageConfiguration(CEL, celBrackets);

const { CompletionItemKind } = monaco.languages;
const KINDS = {
  variable: CompletionItemKind.Field,
  group: CompletionItemKind.Struct,
  value: CompletionItemKind.Value,
  function: CompletionItemKind.Method,
} as const;

monaco.languages.registerCompletionItemProvider(CEL, {
  triggerCharacters: ['.', ' ', '"'],
  provideCompletionItems(model, position) {
    const before = model.getValueInRange({
      startLineNumber: 1,
      startColumn: 1,
      endLineNumber: position.lineNumber,
      endColumn: position.column,
    });
    const word = model.getWordUntilPosition(position);
    // A value brings its own quotes, also where the first one was typed already.
    const quote = before.at(word.startColumn - position.column - 1) === '"' ? 1 : 0;
    const range = {
      startLineNumber: position.lineNumber,
      startColumn: word.startColumn - quote,
      endLineNumber: position.lineNumber,
      endColumn: word.endColumn,
    };
    return {
      suggestions: suggestionsAfter(before).map((one, index) => ({
        label: one.label,
        kind: KINDS[one.kind],
        insertText: one.insert,
        detail: one.type,
        documentation: one.description,
        filterText: one.label,
        sortText: String(index).padStart(3, '0'),
        range,
      })),
    };
  },
});

monaco.languages.registerHoverProvider(CEL, {
  provideHover(model, position) {
    const line = model.getLineContent(position.lineNumber);
    const start = /[\w.]*$/.exec(line.slice(0, position.column - 1))?.[0] ?? '';
    const rest = /^\w*/.exec(line.slice(position.column - 1))?.[0] ?? '';
    const word = `${start}${rest}`;
    const found = suggestionsAfter(word).find(({ label }) => word.endsWith(label));
    if (!found) return null;
    return { contents: [{ value: `\`${word}\`: ${found.type}` }, { value: found.description }] };
  },
});

export { monaco };
