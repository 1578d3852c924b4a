/** A process that uses the server in the given folder until its input ends. */
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', durable: false });
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid, adopted: server.adopted })}\n`);
process.stdin.resume().once('end', () => void server.stop());
