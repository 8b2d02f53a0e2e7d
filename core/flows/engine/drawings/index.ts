export { type AgencyNodes, sameForAll } from './agency-nodes.ts';
export {
  type CompiledFlow,
  type CompiledNode,
  compileFlow,
  type NodeTypes,
} from './compile-flow.ts';
export { createFlowLibrary, type FlowLibrary } from './flow-library.ts';
