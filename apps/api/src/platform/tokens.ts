/** Injection tokens: an interface has no runtime value to inject by. */
export const APP = Symbol('AppContext');
export const CONFIG = Symbol('Config');
export const SETUP = Symbol('SetupCode');
