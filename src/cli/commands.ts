import { accountChangeCommands } from './account-change-commands.ts';
import { accountGrantCommand } from './account-grant-command.ts';
import { accountListCommand } from './account-list-command.ts';
import { auditVerifyCommand } from './audit-verify-command.ts';
import { backtestCommand } from './backtest-command.ts';
import { calibrateCommand } from './calibrate-command.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare-command.ts';
import { demoCommand } from './demo-command.ts';
import { directoryExportCommand } from './directory-export-command.ts';
import { explainCommand } from './explain-command.ts';
import { importCheckCommand } from './import-check-command.ts';
import { repairCommand } from './repair-command.ts';
import { solveCommand } from './solve-command.ts';
import { verifyCommand } from './verify-command.ts';

/** Every command, in the order in which the help shows them. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  solveCommand,
  verifyCommand,
  explainCommand,
  repairCommand,
  compareCommand,
  backtestCommand,
  calibrateCommand,
  importCheckCommand,
  directoryExportCommand,
  accountListCommand,
  accountGrantCommand,
  ...accountChangeCommands,
  auditVerifyCommand,
];

/** The command whose name these words begin with. */
export function commandOf(words: readonly string[]): Command | null {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word)) ?? null;
}

export function helpOfAll(): string {
  const widest = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(widest + 2)}${summary}`);
  return `giaoban <command>\n\n${lines.join('\n')}\n\ngiaoban <command> --help tells its options and exit codes.\n`;
}

export function helpOf({ name, usage, summary, help }: Command): string {
  return `giaoban ${`${name} ${usage}`.trim()}\n\n  ${summary}\n\n${help}\n`;
}
