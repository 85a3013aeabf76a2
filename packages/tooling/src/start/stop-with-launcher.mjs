// Loaded into each application by the launcher (--import): when the launcher goes, even by kill -9, the channel to it closes, and the
// application is asked to stop as by any SIGTERM, unless it listens for that itself (a second signal would cut its drain short).
// If it has not drained after fifteen seconds, it ends all the same.
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 15_000).unref();
  if (process.listenerCount('disconnect') === 0) process.kill(process.pid, 'SIGTERM');
});
