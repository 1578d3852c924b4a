/** The process behind `besideBusyLoops`. It looks up between turns, so that it outlives nobody who started it. */
function turn(): void {
  const until = performance.now() + 100;
  while (performance.now() < until);
  if (process.connected) setImmediate(turn);
  else process.exit();
}

turn();
