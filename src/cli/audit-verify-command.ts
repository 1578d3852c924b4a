import type { Command } from './command.ts';

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage: '',
  summary: "read every committee's audit chain and say whether it holds",
  help: `  The database is that of DATABASE_URL, or the embedded one in GIAOBAN_DATA.
  Exit code: 0 all chains hold, 1 one does not, 2 the database cannot be used.`,
  options: {},
  files: [],
  async run(_call, streams) {
    const { verifyAudit } = await import('../app/verify-audit.ts');
    return verifyAudit(streams.stdout);
  },
};
