import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, ConfigError } from '../config/config.ts';

/** How many ports after the usual one are tried where none was asked for. */
const NEIGHBOURS = 50;

/**
 * Sees that the port can be had before anything else is started. Where none was asked for by name the next free one is
 * taken, so that a second copy on a machine starts as well.
 * @throws ConfigError
 */
export async function withFreePort(config: Config): Promise<Config> {
  const asked = await refusalOf(config.port, config.host);
  if (asked === null) return config;
  if (config.portIsFixed || asked !== 'EADDRINUSE') throw new ConfigError(sentence(asked, config));
  for (let port = config.port + 1; port < config.port + NEIGHBOURS; port++) {
    if ((await refusalOf(port, config.host)) === null) {
      return { ...config, port, publicUrl: `http://localhost:${port}` };
    }
  }
  throw new ConfigError(sentence(asked, config));
}

/** @throws ConfigError where somebody else was quicker. */
export async function listening<T>(config: Config, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    throw syscall === 'listen' && code !== undefined ? new ConfigError(sentence(code, config)) : error;
  }
}

function sentence(code: string, { port }: Config): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that program, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
    default:
      return 'HOST is not an address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for all of its addresses.';
  }
}

/** The code of what is in the way; null for nothing. */
async function refusalOf(port: number, host: string): Promise<string | null> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EINVAL';
  }
}
