// The kinds of spec, by the end of the file's name: one list for the build, the test command and the check that no spec is orphaned.

/** A file whose name ends like this is a test, whatever its folder. */
export const specPattern = /\.((property-|int-|e2e-)?spec|test)\.tsx?$/;

/** Whether a source file goes into dist: TypeScript that is neither a test nor a declaration. */
export const isBuilt = (name) => /\.tsx?$/.test(name) && !/\.d\.ts$/.test(name) && !specPattern.test(name) && !/\.bench\.ts$/.test(name);

/** The kind a spec belongs to: which target runs it, and whether it needs servers. */
export function kindOf(path) {
  if (/\.e2e-spec\.tsx?$/.test(path)) return 'e2e';
  if (/\.int-spec\.tsx?$/.test(path)) return 'int';
  return specPattern.test(path) ? 'unit' : undefined;
}
