import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { type Config, ConfigError } from '../config/config.ts';

/** How many ports after the default one are tried where none was set. */
const NEIGHBOURS = 50;

/** A port that belongs to this process from the beginning of its start. */
export interface HeldPort {
  /** The given configuration with the port that was found. */
  readonly config: Config;
  /** Closes every connection until the service listens in its place. */
  readonly server: Server;
}

/**
 * Takes the port before anything else is started, so that no other process gets it in the meantime. Where no port was
 * set, the next free one is taken, so that a second copy on a machine starts as well. @throws ConfigError
 */
export async function holdPort(config: Config): Promise<HeldPort> {
  const asked = await held(config.port, config.host);
  if (typeof asked !== 'string') return { config, server: asked };
  if (config.portIsFixed || asked !== 'EADDRINUSE') throw new ConfigError(sentence(asked, config));
  for (let port = config.port + 1; port < config.port + NEIGHBOURS; port++) {
    const server = await held(port, config.host);
    if (typeof server !== 'string') {
      return { config: { ...config, port, publicUrl: `http://localhost:${port}` }, server };
    }
  }
  throw new ConfigError(sentence(asked, config));
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

/** The listening server, or the error code of what prevents it. */
async function held(port: number, host: string): Promise<Server | string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.destroy();
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EINVAL';
  }
}
