import { chromiumProgram } from './chromium.ts';
import { SERVER_URL, startTestServer, type TestServer } from './postgres.ts';
import { prepareTemplate } from './template.ts';

declare global {
  // Jest offers no other way to share a value between set-up and teardown.
  var testServer: TestServer | undefined;
}

export default async function setUp(): Promise<void> {
  globalThis.testServer = await startTestServer();
  process.env[SERVER_URL] = globalThis.testServer.url;
  await prepareTemplate(globalThis.testServer.url);
  await chromiumProgram();
}
