import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { builtRoot } from '../project-root.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;
/** Above the pages that it may keep, because its folder is its scope. */
const WORKER_PATH = '/my/worker.js';
const SUFFIX = { br: '.br', gzip: '.gz' } as const;

const OF_DOCUMENTS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
] as const;

/** What the build has made: one hash over all files, and which files each entry loads. */
interface Manifest {
  readonly version: string;
  readonly modules: Readonly<Record<string, readonly string[]>>;
}

/**
 * The files that pages load. The path contains one hash over all of them, so that modules and fonts, which are named by
 * relative addresses, change together with the page.
 */
export class Assets {
  /** The folder of the built files. */
  readonly directory: string;
  private readonly manifest: Manifest;
  /** The service worker's text. */
  private readonly worker: Buffer;
  /** Paths of the files that have compressed copies. */
  private readonly compressed: ReadonlySet<string>;

  /** @throws Error where nothing has been built. */
  constructor(built = builtRoot()) {
    this.directory = join(built, 'assets');
    this.manifest = JSON.parse(readFileSync(join(built, 'assets.json'), 'utf8')) as Manifest;
    this.worker = readFileSync(join(built, 'worker.js'));
    const files = readdirSync(this.directory, { recursive: true, encoding: 'utf8' });
    this.compressed = new Set(files.filter((file) => file.endsWith('.br')).map((file) => `/${file.slice(0, -3)}`));
  }

  /** The address of `app.css`, `icons.svg`, `browser/every-page.js`, … */
  url(path: string): string {
    return `/assets/${this.manifest.version}/${path}`;
  }

  /**
   * The addresses of an entry and of all modules behind it, itself first.
   * @throws Error for an entry that has not been built.
   */
  modulesOf(entry: string): string[] {
    const files = this.manifest.modules[entry];
    if (!files) throw new Error(`no module ${entry}`);
    return files.map((file) => this.url(file));
  }

  /**
   * Serves `/assets` and the service worker. A file under this build's hash never changes. Under another hash, which occurs while replicas are
   * replaced one by one, this build's file is sent without caching.
   */
  router(): Router {
    const router = Router();
    const compressed = this.compressedCopy.bind(this);
    const options = { index: false, redirect: false } as const;
    const kept = express.static(this.directory, {
      ...options,
      immutable: true,
      maxAge: YEAR_MS,
      // Nobody asks again, nor for a part.
      etag: false,
      lastModified: false,
      acceptRanges: false,
      setHeaders: lighten,
    });
    const asked = express.static(this.directory, { ...options, cacheControl: false, setHeaders: askAgain });
    router.use(`/assets/${this.manifest.version}`, compressed, kept);
    router.use('/assets/:version', compressed, asked);
    router.get(WORKER_PATH, (_request, response) => {
      response.setHeader('Cache-Control', 'no-cache').type('js').send(this.worker);
    });
    return router;
  }

  /** Sends the compressed copy where the browser accepts it. */
  private compressedCopy(request: Request, response: Response, next: NextFunction): void {
    const path = request.path;
    if (this.compressed.has(path)) {
      response.vary('Accept-Encoding');
      // Browsers list what they accept without a preference, so we choose the smallest.
      const encoding = (['br', 'gzip'] as const).find((name) => request.acceptsEncodings(name) === name);
      if (encoding !== undefined) {
        request.url = path + SUFFIX[encoding];
        response.setHeader('Content-Encoding', encoding).type(extname(path));
      }
    }
    next();
  }
}

/** What only documents heed is not sent with the dozens of modules of a page; an image may be opened as a document. */
function lighten(response: { removeHeader(name: string): unknown }, path: string): void {
  if (!path.includes('.svg')) for (const name of OF_DOCUMENTS) response.removeHeader(name);
}

function askAgain(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}
