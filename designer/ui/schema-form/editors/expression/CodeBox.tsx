import { Editor } from '@monaco-editor/react';
import { useEffect, useState } from 'react';
import type { ConditionError } from '@inning/sdk';
import styles from '../editors.module.css';
import { CEL } from './cel-language.ts';
import { monaco } from './load-monaco.ts';

export type CodeBoxProps = {
  readonly label: string;
  readonly describedBy: string;
  readonly value: string;
  readonly error: (ConditionError & { readonly said: string }) | null;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
};

/** Monaco with what a condition needs. Tab leaves it, as it leaves any field. */
export function CodeBox(props: CodeBoxProps) {
  const { label, value, error, isReadOnly, describedBy, onChange } = props;
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor | null>(null);

  useEffect(() => {
    const input = editor?.getDomNode()?.querySelector('textarea');
    input?.setAttribute('aria-describedby', describedBy);
    input?.setAttribute('aria-invalid', String(error !== null));
  }, [editor, describedBy, error]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) monaco.editor.setModelMarkers(model, CEL, error ? [markerOf(model, error)] : []);
  }, [editor, error]);

  return (
    <div className={styles.code} data-invalid={error !== null}>
      <Editor
        language={CEL}
        value={value}
        options={{ ...OPTIONS, readOnly: isReadOnly, ariaLabel: label }}
        loading={null}
        onMount={setEditor}
        onChange={(typed = '') => onChange(typed)}
      />
    </div>
  );
}

function markerOf(model: monaco.editor.ITextModel, error: NonNullable<CodeBoxProps['error']>) {
  const from = model.getPositionAt(error.from);
  // An error at the end of the text is still something that can be seen.
  const to = model.getPositionAt(Math.max(error.to, error.from + 1));
  return {
    severity: monaco.MarkerSeverity.Error,
    message: error.said,
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  minimap: { enabled: false },
  lineNumbers: 'off',
  folding: false,
  glyphMargin: false,
  lineDecorationsWidth: 8,
  wordWrap: 'on',
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  renderLineHighlight: 'none',
  fontSize: 13,
  padding: { top: 8, bottom: 8 },
  scrollbar: { alwaysConsumeMouseWheel: false },
  // A real text area: known to screen readers, and to the keys of the drawing as a field.
  editContext: false,
  accessibilitySupport: 'on',
  tabFocusMode: true,
  fixedOverflowWidgets: true,
  automaticLayout: true,
  contextmenu: false,
  quickSuggestions: { strings: true, other: true, comments: false },
};
