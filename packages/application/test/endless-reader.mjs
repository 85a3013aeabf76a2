// A reading process that never comes to an end.
process.once('message', () => setInterval(() => process.send({ kind: 'progress', progress: { page: 1, pages: 2, percent: 10 } }), 50));
