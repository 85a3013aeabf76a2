// Imported before MuPDF, which reads it once: what it says about a file names nothing we need, and a log is no place for it.
const settings = globalThis as { $libmupdf_wasm_Module?: object };
settings.$libmupdf_wasm_Module ??= { print: () => undefined, printErr: () => undefined };
export {};
