/** The demo with a smaller district, as a process that can be killed; its workbook is the first argument. */
import { runDemo } from '../../src/demo/run-demo.ts';

try {
  await runDemo({ fresh: false, once: true, workbook: process.argv[2] ?? '' });
} catch (error) {
  console.error(error);
  process.exit(2);
}
