import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 20_000;
const HEARTBEAT_MS = 5_000;

/**
 * Runs a program and keeps the end of what it says. While it runs, `progress` is called every few
 * seconds with the elapsed time. A program that is not there gives code 127, as in a shell.
 */
export function runCommand(program, args, options = {}) {
  const { progress, onOutput, stallMs, ...spawnOptions } = options;
  const startedAt = performance.now();

  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    let output = '';
    let heardAt = startedAt;
    const heartbeat = setInterval(() => {
      const now = performance.now();
      if (progress) progress(Math.round((now - startedAt) / 1000));
      if (stallMs && now - heardAt > stallMs) child.kill('SIGTERM');
    }, HEARTBEAT_MS);
    const finish = (code, text) => {
      clearInterval(heartbeat);
      resolve({ code, output: (output + text).trim() });
    };
    const hear = (chunk) => {
      heardAt = performance.now();
      output = (output + chunk).slice(-KEPT_CHARACTERS);
      if (onOutput) onOutput(String(chunk));
    };
    if (child.stdout) child.stdout.on('data', hear);
    if (child.stderr) child.stderr.on('data', hear);
    child.once('error', (error) => finish(error.code === 'ENOENT' ? 127 : 126, error.message));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

/** The last lines of what a program said, indented, for in an error. */
export function lastLines(output, count = 15) {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
}
