export { calculatorPageRoutes } from './calculator-page.routes.ts';
export { calculatorRoutes } from './calculator.routes.ts';
export { type CalculatorDeps, createCalculator } from './calculator.ts';
