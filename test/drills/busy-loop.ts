/** The program behind `besideBusyLoops`. It checks regularly whether the process that started it still runs. */
function turn(): void {
  const until = performance.now() + 100;
  while (performance.now() < until);
  if (process.connected) setImmediate(turn);
  else process.exit();
}

turn();
