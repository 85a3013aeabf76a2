// A reading process brought down by its file.
process.once('message', () => process.kill(process.pid, 'SIGSEGV'));
