import type { JSX as ReactJsx } from 'react';

// The types of @monaco-editor/react still ask for the namespace that React 19 took out of the global scope.
declare global {
  namespace JSX {
    type Element = ReactJsx.Element;
  }
}
