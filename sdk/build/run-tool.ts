import { spawn } from 'node:child_process';

/** Runs a program to its end. Throws with what it said when it fails. */
export async function runTool(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
    said.push(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${said.join('').trim()}`);
  return answer;
}
