import { readFileSync } from 'node:fs';

// Prints "N passed, N failed" from vitest's report, and answers with a failing exit code when a
// test failed, a file could not run, or no test ran at all.
const [, , path] = process.argv;

function read() {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`There is no test report in ${path}: ${error.message}`);
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const report = read();
// A file that breaks before its first test counts no failed test, and is a failure all the same.
const broken = report.testResults.filter(
  (file) =>
    file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
);
const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
const passed = report.numPassedTests;
const failed = report.numFailedTests + broken.length;

for (const file of broken) console.log(`Could not run: ${file.name}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
